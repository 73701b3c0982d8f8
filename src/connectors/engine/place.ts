/** What is at a place of a JSON value: 'data.items', 'owner.email', 'tags.0'; the empty place is the value itself. */
export function at(value: unknown, place: string | undefined): unknown {
	if (place === undefined) return value;
	return place.split('.').reduce<unknown>((inner, key) => {
		if (inner === null || typeof inner !== 'object' || !Object.hasOwn(inner, key)) return undefined;
		return (inner as { [key: string]: unknown })[key];
	}, value);
}

/** Whether a value tells what is at a place: nothing by null counts, at the place or on the way to it. */
export const isTold = (value: unknown, place: string): boolean => {
	const keys = place.split('.');
	const onTheWay = keys.map((_, index) => at(value, keys.slice(0, index + 1).join('.')));
	return onTheWay.includes(null) || at(value, place) !== undefined;
};

/** A text or number at a place as text; undefined: absent, empty, or neither. */
export function textAt(value: unknown, place: string | undefined): string | undefined {
	const found = place === undefined ? undefined : at(value, place);
	if (typeof found !== 'string' && typeof found !== 'number') return undefined;
	return String(found).trim() || undefined;
}
