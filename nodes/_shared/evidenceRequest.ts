import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Area, CollectRequest, Parameter } from '../../src/index';
import { rowsAddress } from '../../src/index';
import { baseAddress } from './baseAddress';
import { previewItems, systemsOf } from './evidencePanel';
import { panelValue } from './panelValue';
import { refusal } from './problems';
import { chosenCredential } from './signInChoice';
import { timeoutOf } from './timeout';

/** What the panel asks for, with the credential that signs it. */
export interface NodeRequest {
	readonly request: CollectRequest;
	/** undefined: the rows are the node's own input. */
	readonly credential: string | undefined;
	readonly isPreview: boolean;
	/** The binary field that a file goes into; undefined: the records are items. */
	readonly fileField: string | undefined;
}

/** The panel and the credential of an evidence node as the use case's argument. */
export async function readRequest(context: IExecuteFunctions, area: Area): Promise<NodeRequest> {
	const text = (name: string): string => String(context.getNodeParameter(name, 0, '') ?? '').trim();
	const system = text('system');
	const stream = text('stream');
	const panel = systemsOf(area).find(({ id }) => id === system);
	const fields = panel?.streams.find(({ id }) => id === stream);
	if (panel === undefined || fields === undefined) throw unknownStream(area, system, stream);
	const { maxItems: most } = context.getNodeParameter('options', 0, {}) as IDataObject;
	const credential = chosenCredential(panel, text);
	const isPreview = text('operation') === 'preview';
	const maxItems = most ?? (isPreview ? previewItems : undefined);
	return {
		credential,
		isPreview,
		fileField: !isPreview && text('output') === 'binary' ? fileField(text) : undefined,
		request: {
			system,
			stream,
			baseUrl: await addressOf(context, credential),
			period: text('period'),
			timeZone: text('timeZone'),
			activity: text('activity') || fields.activity,
			parameters: parametersOf(context, fields.parameters),
			...(typeof maxItems === 'number' ? { maxItems } : {}),
			...timeoutOf(context),
		},
	};
}

function fileField(text: (name: string) => string): string {
	const name = text('binaryPropertyName');
	if (name !== '') return name;
	throw refusal(
		'output.field',
		'binaryPropertyName',
		'Put Output File in Field is empty',
		'Enter the name of a binary field, for example data.',
	);
}

async function addressOf(
	context: IExecuteFunctions,
	credential: string | undefined,
): Promise<string> {
	if (credential === undefined) return rowsAddress;
	return baseAddress(await context.getCredentials(credential, 0));
}

function parametersOf(
	context: IExecuteFunctions,
	parameters: readonly Parameter[],
): NonNullable<CollectRequest['parameters']> {
	return Object.fromEntries(
		parameters.map(({ name }) => [name, panelValue(context.getNodeParameter(name, 0, null))]),
	);
}

function unknownStream(area: Area, system: string, stream: string): Error {
	const known = systemsOf(area)
		.map(({ id, streams }) => `${id} (${streams.map((s) => s.id).join(', ')})`)
		.join(', ');
	return refusal(
		'system.unknown',
		'system',
		`This node knows no records "${stream}" of a system "${system}"`,
		`Choose System and Records in the panel: ${known}.`,
	);
}
