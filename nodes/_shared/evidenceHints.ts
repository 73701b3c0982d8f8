import type { NodeHint } from 'n8n-workflow';
import type { Area, Parameter } from '../../src/index';
import { previewItems, systemsOf } from './evidencePanel';
import { hint, periodHint } from './panelHint';

const ofMonth: readonly NodeHint[] = [
	periodHint(),
	hint(
		'warning',
		'Time Zone is empty: set where the month begins and ends, like Asia/Shanghai',
		'String($parameter["timeZone"] ?? "").trim() === ""',
	),
	hint(
		'warning',
		'Time Zone is not known: write an IANA name, like Asia/Shanghai or Europe/Berlin',
		'String($parameter["timeZone"] ?? "").trim() !== "" && DateTime.utc().setZone(String($parameter["timeZone"]).trim()).isValid === false',
	),
	hint(
		'warning',
		'Time Zone of Times is not known: write an IANA name, like Asia/Shanghai',
		'String($parameter["naiveZone"] ?? "").trim() !== "" && DateTime.utc().setZone(String($parameter["naiveZone"]).trim()).isValid === false',
	),
	hint(
		'info',
		`Preview reads ${previewItems} records, to see whether the settings are right; scoring will refuse them as incomplete`,
		'$parameter["operation"] === "preview"',
	),
	hint(
		'info',
		'Max Items is set: this is a sample, and scoring will refuse it as incomplete',
		'$parameter["operation"] !== "preview" && Number($parameter["options"]?.["maxItems"] ?? 0) > 0',
	),
];

/** What can be seen to be wrong before the run. */
export const evidenceHints = (area: Area): NodeHint[] => [...ofMonth, ...ofRequired(area)];

/** One hint for each required setting, shown for the streams that have it while it is empty. */
function ofRequired(area: Area): NodeHint[] {
	const users = new Map<string, { parameter: Parameter; streams: string[] }>();
	for (const system of systemsOf(area))
		for (const stream of system.streams)
			for (const parameter of stream.parameters.filter(({ required }) => required === true)) {
				const known = users.get(parameter.label) ?? { parameter, streams: [] };
				known.streams.push(`${system.id}.${stream.id}`);
				users.set(parameter.label, known);
			}
	return [...users.values()].map(({ parameter, streams }) =>
		hint(
			'warning',
			`${parameter.label} is empty: ${parameter.description}`,
			[
				`${JSON.stringify(streams)}.includes($parameter["system"] + "." + $parameter["stream"])`,
				...whenShown(parameter),
				isEmpty(parameter.name),
			].join(' && '),
		),
	);
}

const whenShown = ({ showFor }: Parameter): string[] =>
	showFor === undefined
		? []
		: [
				`${JSON.stringify(showFor.values)}.includes(String($parameter[${JSON.stringify(showFor.parameter)}]))`,
			];

/** Of a plain field, or of one that is picked from a list. */
const isEmpty = (name: string): string =>
	`String($parameter["${name}"]?.value ?? ($parameter["${name}"]?.__rl ? "" : $parameter["${name}"]) ?? "").trim() === ""`;
