import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
	ResourceMapperFields,
} from 'n8n-workflow';
import type { Area, Parameter, ParameterChoice, SystemPanel } from '../../src/index';
import { listChoices } from '../../src/index';
import { baseAddress } from './baseAddress';
import { credentialTests } from './credentialTests';
import { systemsOf } from './evidencePanel';
import { portsOf } from './httpPort';
import { panelValue } from './panelValue';
import { methodOf } from './parameterProperty';
import { asNodeError } from './problems';
import { chosenCredential } from './signInChoice';

type Read = (
	context: ILoadOptionsFunctions,
	search?: string,
) => Promise<readonly ParameterChoice[]>;

/** What a panel offers of a system. */
interface Offered extends Pick<SystemPanel, 'id' | 'credential' | 'appCredential'> {
	readonly parameters: readonly Parameter[];
}

/** What the panel of an evidence node asks of the systems. */
export const evidenceMethods = (area: Area) =>
	panelMethods(
		systemsOf(area).map((system) => ({
			...system,
			parameters: system.streams.flatMap(({ parameters }) => parameters),
		})),
	);

/** What a panel asks of the systems: the credential's test and every list to choose from. */
export function panelMethods(offered: readonly Offered[]) {
	const lists = offered.flatMap((system) =>
		[...lookupsOf(system)].map(([lookup, kinds]) => ({
			name: methodOf(system, lookup),
			kinds,
			read: reading(system, lookup),
		})),
	);
	const of = <Method>(kind: string, method: (read: Read) => Method): { [name: string]: Method } =>
		Object.fromEntries(
			lists.filter(({ kinds }) => kinds.has(kind)).map(({ name, read }) => [name, method(read)]),
		);
	return {
		credentialTest: credentialTests,
		listSearch: of('text', asSearch),
		loadOptions: of('list', asOptions),
		resourceMapping: of('fields', asFields),
	};
}

/** The system's lists, each with the kinds of parameters that choose from it. */
function lookupsOf({ parameters }: Offered): ReadonlyMap<string, ReadonlySet<string>> {
	const found = new Map<string, Set<string>>();
	for (const { lookup, kind } of parameters)
		if (lookup !== undefined) found.set(lookup, (found.get(lookup) ?? new Set()).add(kind));
	return found;
}

const reading =
	(system: Offered, lookup: string): Read =>
	async (context, search) => {
		try {
			const { id, parameters } = system;
			const valueOf = (name: string) => context.getCurrentNodeParameter(name);
			const credential = chosenCredential(system, valueOf);
			if (credential === undefined) return [];
			const baseUrl = baseAddress(await context.getCredentials(credential));
			const settings = Object.fromEntries(
				parameters.map(({ name }) => [name, settingOf(context, name)]),
			);
			const request = { system: id, lookup, baseUrl, settings };
			const ports = portsOf(context, credential);
			return await listChoices({ ...request, ...(search === undefined ? {} : { search }) }, ports);
		} catch (error) {
			throw asNodeError(context.getNode(), error);
		}
	};

function settingOf(context: ILoadOptionsFunctions, name: string): string {
	const value = panelValue(context.getCurrentNodeParameter(name));
	return typeof value === 'object' ? '' : String(value ?? '');
}

const asOption = ({ value, label, description }: ParameterChoice): INodePropertyOptions => ({
	name: label,
	value,
	...(description ? { description } : {}),
});

const asSearch = (read: Read) =>
	async function (this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
		return { results: (await read(this, filter)).map(asOption) };
	};

const asOptions = (read: Read) =>
	async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		return (await read(this)).map(asOption);
	};

/** Every field can be added; what is entered beside it is its name in the evidence. */
const asFields = (read: Read) =>
	async function (this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
		const fields = (await read(this)).map(({ value, label }) => ({
			id: value,
			displayName: label === value ? label : `${label} (${value})`,
			required: false,
			defaultMatch: false,
			canBeUsedToMatch: false,
			display: true,
			removed: true,
			type: 'string' as const,
			defaultValue: value,
		}));
		return { fields };
	};
