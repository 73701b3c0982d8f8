import type {
	IAdditionalCredentialOptions,
	ICredentialDataDecryptedObject,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
} from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import type { HttpFailure, HttpPort, HttpRequest, HttpResponse, Ports } from '../../src/index';
import { notSignedIn, textOf, thrownAnswer, toFailure, toResponse } from './answers';
import { isOAuth2 } from './oAuth2';
import { trustOf } from './ownAuthority';
import { expirableField } from './signIn';

/** A node that runs, or a panel that asks what there is to choose from. */
export type Asker = IExecuteFunctions | ILoadOptionsFunctions;

const cancelOf = (context: Asker): AbortSignal | undefined =>
	'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;

/** What the connectors need of the world, given by n8n: signed requests, the clock, waits that end on cancel. */
export const portsOf = (context: Asker, credential: string): Ports =>
	portsBy(context, httpPort(context, credential));

/** The same with another way to the rows. */
export function portsBy(context: Asker, http: HttpPort): Ports {
	const cancel = cancelOf(context);
	return {
		http,
		now: () => new Date().toISOString(),
		// A wait that the user cancels is over; the caller asks `cancelled`.
		wait: (ms) => sleep(ms, cancel).catch(() => undefined),
		cancelled: () => cancel?.aborted === true,
		progress: (text) => tell(context, text),
	};
}

/** In n8n's log, and in the browser's console while somebody runs the workflow by hand. */
function tell(context: Asker, text: string): void {
	if (!('sendMessageToUI' in context)) return;
	context.logger.info(text, { node: context.getNode().name });
	context.sendMessageToUI(text);
}

/** Requests signed by n8n with the node's credential. */
function httpPort(context: Asker, credential: string): HttpPort {
	const cancel = cancelOf(context);
	let read: Promise<ICredentialDataDecryptedObject> | undefined;
	return async (request) => {
		const deadline = AbortSignal.timeout(request.timeoutMs);
		const abortSignal = cancel ? AbortSignal.any([cancel, deadline]) : deadline;
		// n8n's helper stops a request by the signal that its context names, whatever the options say.
		const bounded = Object.create(context, {
			getExecutionCancelSignal: { value: () => abortSignal },
		}) as IExecuteFunctions;
		try {
			read ??= context.getCredentials(credential);
			const options = { ...toOptions(request), ...statusesOf(credential, request), abortSignal };
			const answer = (await context.helpers.httpRequestWithAuthentication.call(
				bounded,
				credential,
				{ ...options, ...trustOf(await read) },
				request.renew === true ? await signedOut(context, credential) : undefined,
			)) as StreamedAnswer;
			return toResponse({ ...answer, body: await textOf(answer.body) });
		} catch (error) {
			if (deadline.aborted && cancel?.aborted !== true) return tooSlow(request);
			return (await answerOf(error, credential)) ?? toFailure(error, cancel?.aborted === true);
		}
	};
}

const answerOf = async (error: unknown, credential: string): Promise<HttpResponse | undefined> =>
	(await thrownAnswer(error)) ?? (isOAuth2(credential) ? notSignedIn(error) : undefined);

/**
 * No status is an error, but one: n8n renews an OAuth2 token when a 401 is thrown, and then asks again. The
 * engine's own renewal comes after that and asks n8n for no third token.
 */
const statusesOf = (
	credential: string,
	{ renew }: HttpRequest,
): Pick<IHttpRequestOptions, 'ignoreHttpStatusErrors'> => ({
	ignoreHttpStatusErrors:
		isOAuth2(credential) && renew !== true ? { ignore: true, except: [401] } : true,
});

/** The credential without its token: n8n then signs in, stores the new token and signs with it. */
async function signedOut(
	context: Asker,
	credential: string,
): Promise<IAdditionalCredentialOptions | undefined> {
	if (isOAuth2(credential)) return undefined;
	const data = { ...(await context.getCredentials(credential)), [expirableField]: '' };
	return { credentialsDecrypted: { id: '', name: '', type: credential, data } };
}

interface StreamedAnswer {
	readonly statusCode: number;
	readonly headers: IDataObject;
	readonly body: AsyncIterable<Uint8Array>;
}

const tooSlow = ({ timeoutMs }: HttpRequest): HttpFailure => ({
	failure: 'timeout',
	detail: `no whole answer within ${timeoutMs} ms`,
});

function toOptions(request: HttpRequest): IHttpRequestOptions {
	return {
		method: request.method,
		url: request.url,
		qs: { ...request.query },
		headers: {
			Accept: 'application/json',
			...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
			...request.headers,
		},
		...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
		timeout: request.timeoutMs,
		encoding: 'stream',
		returnFullResponse: true,
		disableFollowRedirect: true,
		sendCredentialsOnCrossOriginRedirect: false,
	};
}
