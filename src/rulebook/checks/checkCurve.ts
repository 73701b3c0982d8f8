import { compare } from '../../domain/kernel/ratio';
import type { Measure } from '../../domain/metrics/metric';
import type { Draft } from '../draft';
import { share } from '../exact';
import { finding } from '../finding';
import type { Finding, Path } from '../finding';
import { choices } from '../nearest';
import type { CurveShape } from '../rulebookShape';

type Kind = CurveShape['type'];
type Edge = 'atLeast' | 'atMost' | 'from';
type Of<K> = Draft<Extract<CurveShape, { type: K }>>;

const stepped = ['bands', 'interpolate', 'passFail'] as const;

/** Which curves a measure may go through: a closed set. */
const fitting: { readonly [K in Measure['kind']]: readonly Kind[] } = {
	completed: ['attainment', ...stepped],
	onTime: ['share', ...stepped],
	errors: ['perDefect', 'rateExcess', ...stepped],
	resolved: ['share', ...stepped],
	responded: ['share', ...stepped],
	value: ['attainment', ...stepped],
};

const measuresOf = (kind: Kind): readonly string[] =>
	Object.entries(fitting).flatMap(([measure, kinds]) => (kinds.includes(kind) ? [measure] : []));

function checkKind(kind: Kind, measure: Measure['kind'], path: Path): readonly Finding[] {
	const right = fitting[measure];
	if (right.includes(kind)) return [];
	const says = `is "${kind}", expected ${choices(right)} for the measure "${measure}"`;
	const remedy = `Choose one of these, or the measure ${choices(measuresOf(kind))}.`;
	return [finding('curve', [...path, 'type'], says, remedy)];
}

/** Only a sum or mean has its target in the curve; counts have it in the work. */
function checkTarget(
	curve: Draft<CurveShape>,
	measure: Measure['kind'],
	path: Path,
): readonly Finding[] {
	if (curve.type === 'rateExcess') return [];
	const given = 'target' in curve && curve.target !== undefined;
	const at = [...path, 'target'];
	if (measure === 'value' && !given && fitting.value.some((kind) => kind === curve.type)) {
		const says = 'is missing, expected the value that is 100 %, which the measure "value" needs';
		return [finding('missing', at, says, 'Add "target", for example 1000.')];
	}
	if (measure === 'value' || !given) return [];
	const says = `belongs to the measure "value", expected none for "${measure}"`;
	return [finding('curve', at, says, 'Remove it; the target of items a month is in "work".')];
}

/** The right edge present, the wrong one absent. */
function checkEdge(
	edges: { readonly [K in Edge]?: string | undefined },
	right: Edge,
	wrong: Edge,
	path: Path,
): readonly Finding[] {
	const why = right === 'atMost' ? 'on an error rate' : 'unless the measure is "errors"';
	const found: Finding[] = [];
	if (edges[wrong] !== undefined) {
		const says = `is not possible here, expected "${right}" ${why}`;
		found.push(finding('curve', [...path, wrong], says, `Write "${right}" in its place.`));
	} else if (edges[right] === undefined) {
		const says = `is missing, expected a percentage in quotes, such as "95%"`;
		found.push(finding('missing', [...path, right], says, `Add "${right}".`));
	}
	return found;
}

/** Each edge on the right side of the one before it: without gap, none can overlap. */
function checkOrder(
	edges: readonly (string | undefined)[],
	rising: boolean,
	place: (index: number) => Path,
): readonly Finding[] {
	const [word, sorted] = rising ? ['more', 'low to high'] : ['less', 'high to low'];
	return edges.flatMap((edge, index) => {
		const before = edges[index - 1];
		if (edge === undefined || before === undefined) return [];
		const step = compare(share(edge), share(before));
		if (rising ? step > 0 : step < 0) return [];
		const says = `is "${edge}", expected ${word} than "${before}", which stands before it`;
		return [finding('order', place(index), says, `Sort them from ${sorted}, each once.`)];
	});
}

function checkBands({ bands = [] }: Of<'bands'>, onErrors: boolean, path: Path) {
	const [right, wrong] = onErrors ? (['atMost', 'from'] as const) : (['from', 'atMost'] as const);
	const end = onErrors ? '100%' : '0%';
	const place = (index: number): Path => [...path, 'bands', index];
	const edges = bands.map((band) => band?.[right]);
	const last = edges.at(-1);
	const open = last !== undefined && compare(share(last), share(end)) !== 0;
	const says = `is "${last}", expected "${end}", so that every value is in a band`;
	return [
		...bands.flatMap((band, i) => (band ? checkEdge(band, right, wrong, place(i)) : [])),
		...checkOrder(edges, onErrors, (index) => [...place(index), right]),
		...(open
			? [
					finding(
						'order',
						[...place(bands.length - 1), right],
						says,
						`Let the last band have "${right}": "${end}".`,
					),
				]
			: []),
	];
}

function checkSteps(curve: Draft<CurveShape>, onErrors: boolean, path: Path): readonly Finding[] {
	if (curve.type === 'bands') return checkBands(curve, onErrors, path);
	if (curve.type === 'passFail') {
		return onErrors
			? checkEdge(curve, 'atMost', 'atLeast', path)
			: checkEdge(curve, 'atLeast', 'atMost', path);
	}
	if (curve.type !== 'interpolate') return [];
	const starts = (curve.points ?? []).map((point) => point?.[0]);
	return checkOrder(starts, true, (index) => [...path, 'points', index, 0]);
}

/** Whether a curve fits its measure and covers every value once. */
export function checkCurve(
	curve: Draft<CurveShape>,
	measure: Measure['kind'] | undefined,
	path: Path,
): readonly Finding[] {
	if (measure === undefined || curve.type === undefined) return [];
	return [
		...checkKind(curve.type, measure, path),
		...checkTarget(curve, measure, path),
		...checkSteps(curve, measure === 'errors', path),
	];
}
