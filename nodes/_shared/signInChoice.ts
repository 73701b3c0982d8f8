import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';
import type { SystemPanel } from '../../src/index';
import { forSystem, whereIs } from './forSystem';

type Signing = Pick<SystemPanel, 'id' | 'credential' | 'appCredential'>;

/** Not `authentication`: n8n's editor takes a field of that name out of the panel, and System with it. */
const field = 'signIn';
const byOAuth2 = 'oAuth2';

/** Shown for the systems that offer both; an older workflow has none and signs in as before. */
export function signInChoice(offered: readonly Signing[]): INodeProperties[] {
	const systems = offered.filter((system) => system.appCredential !== undefined);
	if (systems.length === 0) return [];
	return [
		{
			displayName: 'Authentication',
			name: field,
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: { system: systems.map(({ id }) => id) } },
			options: [
				{ name: 'Token', value: 'token', description: 'A token or key of the system' },
				{ name: 'OAuth2', value: byOAuth2, description: 'An app to which a person signs in' },
			],
			default: 'token',
			description: 'Which kind of credential signs the requests',
		},
	];
}

/** Every credential type of a system. */
export const credentialTypes = ({
	credential,
	appCredential,
}: Omit<Signing, 'id'>): readonly string[] =>
	[credential, appCredential].filter((type) => type !== undefined);

/** The credential type that the panel chooses; `valueOf` reads a field of it. */
export const chosenCredential = (
	{ credential, appCredential }: Signing,
	valueOf: (name: string) => unknown,
): string | undefined =>
	appCredential !== undefined && valueOf(field) === byOAuth2 ? appCredential : credential;

/** A system's credentials, each shown and asked for only where it is chosen. */
export function credentialsOf(system: Signing): INodeCredentialDescription[] {
	const types = credentialTypes(system);
	return types.map((name) => {
		const way = name === system.appCredential ? byOAuth2 : 'token';
		const { show } = forSystem(system.id);
		return {
			name,
			required: true,
			testedBy: name,
			displayOptions: { show: { ...show, ...(types.length > 1 && { [field]: [whereIs(way)] }) } },
		};
	});
}
