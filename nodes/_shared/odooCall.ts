import type { IHttpRequestOptions } from 'n8n-workflow';

/** Where a request goes and what it brings, as text. */
export type Call = Pick<IHttpRequestOptions, 'url' | 'body'>;

/** The same as PerformanceOdooApi's own, for the test of the credential. */
export function asJsonRpc({ url, body }: Call, of: (name: string) => string): Call {
	const [, site, model, method] = /^(.*)\/json\/2\/([\w.]+)\/(\w+)$/.exec(url) ?? [];
	if (site === undefined) return { url, body };
	const {
		ids,
		domain,
		vals_list: rows,
		...named
	} = JSON.parse(String(body)) as { [name: string]: unknown };
	const [first] = [ids, domain, rows].filter((one) => one !== undefined);
	const signIn = [of('database'), Number(of('userId')), of('apiKey')];
	const args = [...signIn, model, method, first === undefined ? [] : [first], named];
	const params = { service: 'object', method: 'execute_kw', args };
	return {
		url: `${site}/jsonrpc`,
		body: JSON.stringify({ jsonrpc: '2.0', method: 'call', id: 1, params }),
	};
}
