import type {
	ICredentialTestFunction,
	ICredentialTestFunctions,
	IDataObject,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import type { HttpPort } from '../../src/index';
import { checkAccess, payrollSystems, systems } from '../../src/index';
import { toFailure, toResponse } from './answers';
import { baseAddress } from './baseAddress';
import { trustOf } from './ownAuthority';
import { signIns } from './signIn';
import { credentialTypes } from './signInChoice';
import type { Signature } from './signatures';
import { signatureOf } from './signatures';

/** The Test button of each credential: reads one row of each thing that evidence or paying needs. */
export const credentialTests: { [credential: string]: ICredentialTestFunction } =
	Object.fromEntries(
		[...systems, ...payrollSystems].flatMap((system) =>
			credentialTypes(system).map((type) => [type, testOf(system.id, type)]),
		),
	);

function testOf(system: string, credential: string): ICredentialTestFunction {
	return async function (this, { data = {} }): Promise<INodeCredentialTestResult> {
		const trust = trustOf(data);
		const token = await signIns[credential]?.(data, testPort(this.helpers, {}, trust)).catch(
			refusedBy,
		);
		if (token instanceof Error) return { status: 'Error', message: token.message };
		const http = testPort(this.helpers, signatureOf(credential, { ...data, ...token }), trust);
		const baseUrl = baseAddress(data);
		const testPath = String(data.testPath ?? '');
		const { ok, message } = await checkAccess({ system, baseUrl, testPath }, http);
		return { status: ok ? 'OK' : 'Error', message };
	};
}

const refusedBy = (error: unknown): Error =>
	error instanceof Error ? error : new Error(String(error));

/** JSON; what is text already is a form. */
const textOf = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));

/** In a credential test n8n neither signs nor has a newer request helper than this one. */
function testPort(
	helpers: ICredentialTestFunctions['helpers'],
	signature: Signature,
	trust: ReturnType<typeof trustOf>,
): HttpPort {
	return async (request) => {
		const plain = {
			url: request.url,
			...(request.body === undefined ? {} : { body: textOf(request.body) }),
		};
		const { url: uri, body } = signature.within?.(plain) ?? plain;
		try {
			const answer = (await helpers.request({
				method: request.method,
				uri,
				qs: { ...request.query, ...signature.qs },
				headers: {
					...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
					...request.headers,
					...signature.headers,
				},
				...(signature.auth === undefined ? {} : { auth: signature.auth }),
				...(body === undefined ? {} : { body }),
				...trust,
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
