import type { Ports } from '../../connectors/engine/http';
import { openSession } from '../../connectors/engine/session';
import type { ParameterChoice } from '../../connectors/engine/system';
import { payrollSystems, systems } from '../../connectors/registry';
import { Refusal } from '../refusal';

export interface ChoicesRequest {
	readonly system: string;
	/** As a parameter of one of the system's streams, or of its payroll, names it. */
	readonly lookup: string;
	readonly baseUrl: string;
	/** The panel's settings, as far as they are filled in. */
	readonly settings?: { readonly [name: string]: string };
	/** Only choices whose name or value holds it, in any case. */
	readonly search?: string;
	readonly timeoutMs?: number;
}

const defaultTimeoutMs = 20_000;

/** Somebody waits before an open list: a busy system is told, not waited for. */
const attempts = 1;

const refused = (path: string, message: string, remedy: string): Refusal =>
	new Refusal([{ code: 'source.choices', path, message, remedy }]);

const matches =
	(search: string) =>
	({ label, value }: ParameterChoice) =>
		`${label} ${value}`.toLowerCase().includes(search.trim().toLowerCase());

/** What the system has to choose from for a setting of the panel. It rejects with what is wrong and what to do. */
export async function listChoices(
	request: ChoicesRequest,
	ports: Ports,
): Promise<readonly ParameterChoice[]> {
	const { baseUrl, settings = {}, search = '', timeoutMs = defaultTimeoutMs } = request;
	const lookup = [...systems, ...payrollSystems]
		.filter(({ id }) => id === request.system)
		.map(({ lookups }) => lookups?.[request.lookup])
		.find((found) => found !== undefined);
	if (!lookup)
		throw refused(
			'system',
			`'${request.system}' has no list of '${request.lookup}'`,
			'Enter the value by its ID',
		);
	if (!URL.canParse(baseUrl.trim()))
		throw refused(
			'baseUrl',
			'the base URL is not an address',
			'Enter the base URL in the credential',
		);
	const session = openSession(ports, { baseUrl, timeoutMs, attempts });
	const choices = await lookup(session, { text: (name) => settings[name]?.trim() || undefined });
	return choices.filter(matches(search));
}
