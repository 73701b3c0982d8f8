import type {
	ICredentialTestFunction,
	ICredentialTestFunctions,
	IDataObject,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import type { HttpPort } from '../../src/index';
import { checkAccess, systems } from '../../src/index';
import { toFailure, toResponse } from './httpPort';
import type { Signature } from './signatures';
import { signatureOf } from './signatures';

/** The Test button of each credential: reads one row of each thing that its system's streams need. */
export const credentialTests: { [credential: string]: ICredentialTestFunction } =
	Object.fromEntries(systems.map(({ id, credential }) => [credential, testOf(id, credential)]));

function testOf(system: string, credential: string): ICredentialTestFunction {
	return async function (this, { data = {} }): Promise<INodeCredentialTestResult> {
		const http = testPort(this.helpers, signatureOf(credential, data));
		const baseUrl = String(data.baseUrl ?? '');
		const testPath = String(data.testPath ?? '');
		const { ok, message } = await checkAccess({ system, baseUrl, testPath }, http);
		return { status: ok ? 'OK' : 'Error', message };
	};
}

/** In a credential test n8n neither signs nor has a newer request helper than this one. */
function testPort(helpers: ICredentialTestFunctions['helpers'], signature: Signature): HttpPort {
	return async (request) => {
		try {
			const answer = (await helpers.request({
				method: request.method,
				uri: request.url,
				qs: { ...request.query, ...signature.qs },
				headers: {
					...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
					...request.headers,
					...signature.headers,
				},
				...(signature.auth === undefined ? {} : { auth: signature.auth }),
				...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
				timeout: request.timeoutMs,
				json: false,
				simple: false,
				resolveWithFullResponse: true,
				followRedirect: false,
				sendCredentialsOnCrossOriginRedirect: false,
			})) as { statusCode: number; headers: IDataObject; body?: unknown };
			return toResponse(answer);
		} catch (error) {
			return toFailure(error, false);
		}
	};
}
