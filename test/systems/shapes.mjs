// A sandbox held to the real system: the same requests, and answers of the same shape, keys and kinds of value.
import assert from 'node:assert/strict';

const kindOf = (value) => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value);

const merged = (shapes) => {
	const kinds = new Set(shapes.flatMap((shape) => [...shape.kinds]));
	const objects = shapes.filter(({ keys }) => keys !== undefined);
	const items = shapes.flatMap(({ item }) => item ?? []);
	const names = new Set(objects.flatMap(({ keys }) => [...keys.keys()]));
	const keys = new Map(
		[...names].map((name) => {
			const own = objects.flatMap(({ keys: one }) => one.get(name) ?? []);
			const isAlways = own.length === objects.length && own.every(({ always }) => always !== false);
			return [name, { ...merged(own), always: isAlways }];
		}),
	);
	return {
		kinds,
		...(objects.length > 0 ? { keys } : {}),
		...(items.length > 0 ? { item: merged(items) } : {}),
	};
};

/** Kinds of a value; of an object its keys, of a list what its items have together. */
export const shapeOf = (value) => {
	const shape = { kinds: new Set([kindOf(value)]) };
	if (Array.isArray(value))
		return value.length === 0 ? shape : { ...shape, item: merged(value.map(shapeOf)) };
	if (kindOf(value) !== 'object') return shape;
	const keys = Object.entries(value).map(([name, one]) => [name, shapeOf(one)]);
	return { ...shape, keys: new Map(keys.map(([name, one]) => [name, { ...one, always: true }])) };
};

/** Null and '' stand for what is not there: they say nothing of the kind that it would have. */
const told = ({ kinds }) => [...kinds].filter((kind) => kind !== 'null');

/**
 * What the sandbox shows that the real system does not, and what it leaves out that the real system always shows. A key
 * that the real system shows only at times may be missing.
 */
export const differences = (sandbox, real, place = 'the answer') => {
	const strange = told(sandbox).filter((kind) => !real.kinds.has(kind));
	const found =
		strange.length > 0 && told(real).length > 0
			? [`${place} is ${strange.join()} in the sandbox, but ${[...real.kinds].join()}`]
			: [];
	for (const [name, one] of sandbox.keys ?? []) {
		const other = real.keys?.get(name);
		if (other) found.push(...differences(one, other, `${place}.${name}`));
		else if (real.keys) found.push(`${place}.${name} is in the sandbox only`);
	}
	for (const [name, { always }] of sandbox.keys ? (real.keys ?? []) : [])
		if (always && !sandbox.keys.has(name)) found.push(`${place}.${name} is missing in the sandbox`);
	if (sandbox.item && real.item) found.push(...differences(sandbox.item, real.item, `${place}[]`));
	return found;
};

const mediaType = (answer) => (answer.headers.get('content-type') ?? '').split(';')[0];

const bodyOf = (text) => {
	try {
		return JSON.parse(text);
	} catch {
		return text === '' ? null : 'a text';
	}
};

/** Sends one request to a server: { path, query, json, headers } over those that sign. */
async function answerOf({ url, headers: signed }, { path, query = {}, json, headers = {} }) {
	const address = new URL(url + path);
	for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
	const all = new Headers({ ...(json && { 'content-type': 'application/json' }), ...signed });
	for (const [name, value] of Object.entries(headers)) all.set(name, value);
	const answer = await fetch(address, {
		method: json === undefined ? 'GET' : 'POST',
		redirect: 'manual',
		headers: all,
		body: json && JSON.stringify(json),
	});
	return { status: answer.status, type: mediaType(answer), body: bodyOf(await answer.text()) };
}

/**
 * Sends a request to the sandbox and to the real system, each { url, headers }, and compares status, media type and the
 * shape of the body.
 */
export async function assertSameShape(sandbox, real, request) {
	const [one, other] = await Promise.all([answerOf(sandbox, request), answerOf(real, request)]);
	assert.deepEqual([one.status, one.type], [other.status, other.type]);
	assert.deepEqual(differences(shapeOf(one.body), shapeOf(other.body)), []);
}
