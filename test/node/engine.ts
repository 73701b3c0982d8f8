import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import type {
	ICredentialType,
	IDataObject,
	IHttpRequestOptions,
	INode,
	INodeExecutionData,
	INodeType,
	INodeTypes,
	IRun,
	IWorkflowExecuteAdditionalData,
	ITaskData,
	IVersionedNodeType,
	NodeExecutionHint,
	OnError,
} from 'n8n-workflow';
import { NodeConnectionTypes, NodeHelpers, Workflow } from 'n8n-workflow';

/** What one input gets: items, `undefined` where nothing is connected. */
export type Input = readonly (IDataObject | INodeExecutionData)[] | undefined;

export interface Run {
	readonly type: INodeType;
	/** By the input's place. */
	readonly inputs: readonly Input[];
	readonly parameters: IDataObject;
	readonly onError?: OnError;
	readonly credential?: { readonly type: ICredentialType; readonly data: IDataObject };
	/** Gives the way to stop the execution. */
	readonly onStart?: (cancel: () => void) => void;
	/** What the node tells whoever runs it by hand. */
	readonly onMessage?: (text: string) => void;
}

export interface Outcome {
	/** By output, then item; an output without items is empty. */
	readonly outputs: readonly INodeExecutionData[][];
	readonly hints: readonly NodeExecutionHint[];
	readonly error:
		| { message: string; description?: string | null; context?: IDataObject }
		| undefined;
	/** How often the node ran. */
	readonly times: number;
}

const source = (items: readonly INodeExecutionData[]): INodeType => ({
	description: {
		displayName: 'Source',
		name: 'source',
		group: ['input'],
		version: 1,
		description: 'Gives items',
		defaults: {},
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	execute: async () => [items.map((item, i) => ({ pairedItem: { item: i }, ...item }))],
});

const asItem = (given: IDataObject | INodeExecutionData): INodeExecutionData =>
	'json' in given ? (given as INodeExecutionData) : { json: given as IDataObject };

const node = (name: string, type: string, more: Partial<INode> = {}): INode => ({
	id: name,
	name,
	type,
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
	...more,
});

const under = 'Under Test';

/** Runs a node in n8n's own engine: real waiting for inputs, real expressions, real defaults. */
export async function runNode(run: Run): Promise<Outcome> {
	const workflow = workflowOf(run);
	const start = workflow.getNode('Start');
	if (start === null) throw new Error('the workflow has no start');
	const execution = new WorkflowExecute(additionalDataOf(run, workflow), 'manual').run({
		workflow,
		startNode: start,
	});
	run.onStart?.(() => execution.cancel());
	return outcomeOf(await execution);
}

/** The workflow: one source per connected input, all started at once. */
export function workflowOf({ type, inputs, parameters, onError, credential }: Run): Workflow {
	const types: { [name: string]: INodeType } = { start: source([{ json: {} }]), 'pkg.node': type };
	const nodes = [
		node('Start', 'start'),
		node(under, 'pkg.node', {
			parameters: parameters as INode['parameters'],
			...(onError === undefined ? {} : { onError }),
			...(credential === undefined
				? {}
				: { credentials: { [credential.type.name]: { id: '1', name: 'test' } } }),
		}),
	];
	const connections: Workflow['connectionsBySourceNode'] = { Start: { main: [[]] } };
	inputs.forEach((items, index) => {
		if (items === undefined) return;
		const name = `Source ${index}`;
		types[`source${index}`] = source(items.map(asItem));
		nodes.push(node(name, `source${index}`));
		connections['Start']?.['main']?.[0]?.push({ node: name, type: 'main', index: 0 });
		connections[name] = { main: [[{ node: under, type: 'main', index }]] };
	});
	return new Workflow({
		id: '1',
		nodes,
		connections,
		active: false,
		nodeTypes: nodeTypesOf(types),
		settings: { executionOrder: 'v1' },
	});
}

const nodeTypesOf = (types: { readonly [name: string]: INodeType }): INodeTypes => ({
	getByName: (name) => types[name] as INodeType,
	getByNameAndVersion: (name, version) =>
		NodeHelpers.getVersionedNodeType(types[name] as INodeType | IVersionedNodeType, version),
	getKnownTypes: () => ({}),
});

export function additionalDataOf(
	{ credential, onMessage }: Run,
	workflow: Workflow,
): IWorkflowExecuteAdditionalData {
	const local = 'http://localhost';
	return {
		hooks: new ExecutionLifecycleHooks('manual', '1', {
			id: '1',
			name: 'test',
			nodes: [],
			connections: {},
			active: false,
			activeVersionId: null,
			isArchived: false,
			createdAt: new Date(0),
			updatedAt: new Date(0),
		}),
		executionId: '1',
		restApiUrl: local,
		instanceBaseUrl: local,
		formWaitingBaseUrl: local,
		webhookBaseUrl: local,
		webhookWaitingBaseUrl: local,
		webhookTestBaseUrl: local,
		variables: {},
		externalSecretsProxy: {},
		logAiEvent: () => undefined,
		sendDataToUI: (_type: string, { messages }: { messages: string[] }) =>
			onMessage?.(messages.join(' ')),
		credentialsHelper: {
			getParentTypes: () => credential?.type.extends ?? [],
			isCredentialUsableByNode: () => true,
			getDecrypted: async () => ({ ...credential?.data }),
			preAuthentication: async (context: object, data: IDataObject, ...of: unknown[]) =>
				await signedIn(context, data, credential, of[2] === true),
			runPreAuthentication: async () => undefined,
			updateCredentialsOauthTokenData: async (_node: object, _type: string, told: IDataObject) =>
				Object.assign(credential?.data ?? {}, { oauthTokenData: told['oauthTokenData'] }),
			authenticate: async (_data: IDataObject, _type: string, request: IHttpRequestOptions) =>
				await signed(request, credential, workflow),
		},
	} as unknown as IWorkflowExecuteAdditionalData;
}

/** Signs in as n8n does: where the expirable field is empty or has expired; what comes is stored. */
async function signedIn(
	context: object,
	data: IDataObject,
	credential: Run['credential'],
	expired: boolean,
): Promise<IDataObject | undefined> {
	if (credential === undefined) return undefined;
	const { properties, preAuthentication } = credential.type;
	const field = properties.find(({ typeOptions }) => typeOptions?.expirable === true)?.name;
	if (field === undefined || (data[field] !== '' && !expired)) return undefined;
	const token = await preAuthentication?.call(context as never, data as never);
	Object.assign(credential.data, token);
	return Object.assign(data, token);
}

/** Signs as n8n does: by the credential type's function, or by its expressions over the credential's data. */
export async function signed(
	request: IHttpRequestOptions,
	credential: Run['credential'],
	workflow: Workflow,
): Promise<IHttpRequestOptions> {
	const rule = credential?.type.authenticate;
	const start = workflow.getNode('Start');
	if (credential === undefined || rule === undefined || start === null) return request;
	if (typeof rule === 'function') return await rule(credential.data as never, request);
	const worth = (text: unknown): string =>
		String(
			workflow.expression.getSimpleParameterValue(start, String(text), 'internal', {
				$credentials: credential.data as never,
			}),
		);
	const resolved = (values: object = {}): { [name: string]: string } =>
		Object.fromEntries(Object.entries(values).map(([name, value]) => [worth(name), worth(value)]));
	const { headers, qs, auth } = rule.properties;
	return {
		...request,
		headers: { ...request.headers, ...resolved(headers) },
		qs: { ...request.qs, ...resolved(qs) },
		...(auth === undefined ? {} : { auth: resolved(auth) as never }),
	};
}

function outcomeOf(run: IRun): Outcome {
	const tasks: ITaskData[] = run.data.resultData.runData[under] ?? [];
	const [task] = tasks;
	const { error } = run.data.resultData;
	return {
		outputs: (task?.data?.['main'] ?? []).map((items) => items ?? []),
		hints: task?.hints ?? [],
		error: error as Outcome['error'],
		times: tasks.length,
	};
}
