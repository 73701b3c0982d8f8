type Node = { [step: string]: unknown };

const stepsOf = (path: string): string[] => ['whole', ...(path.match(/[^.[\]]+/g) ?? [])];

/** A copy of JSON with fields taken out, then values set, at paths such as `roles[0].points` ('' is the whole). */
export function changed(
	json: unknown,
	remove: readonly string[],
	set: { readonly [path: string]: unknown },
): unknown {
	const root = { whole: structuredClone(json) } as Node;
	const reach = (path: string): { parent: Node; last: string } => {
		const steps = stepsOf(path);
		const last = steps.pop() ?? '';
		return { parent: steps.reduce((inside, step) => inside[step] as Node, root), last };
	};
	for (const path of remove) {
		const { parent, last } = reach(path);
		delete parent[last];
	}
	for (const [path, value] of Object.entries(set)) {
		const { parent, last } = reach(path);
		parent[last] = structuredClone(value);
	}
	return root['whole'];
}
