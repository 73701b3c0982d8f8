// The library's way out over axios: loopback, no redirects followed, any answer given as it came.
import axios from 'axios';

const failureOf = (error) => ({
	failure: ['ECONNABORTED', 'ETIMEDOUT'].includes(error.code) ? 'timeout' : 'unreachable',
	detail: error.code ?? '',
});

const asIs = (call) => call;
const json = { 'Content-Type': 'application/json' };

/** An HttpPort that signs with these headers and this query, or by what `within` makes of address and body. */
export const axiosPort =
	({ headers = {}, query: signed = {}, within = asIs }) =>
	async ({ method, url: asked, query, headers: own, body, timeoutMs }) => {
		try {
			const text = body === undefined ? {} : { body: JSON.stringify(body) };
			const { url, body: data } = within({ url: asked, ...text });
			const answer = await axios.request({
				...{ method, url, params: { ...query, ...signed }, data, timeout: timeoutMs },
				headers: { ...(data === undefined ? {} : json), ...own, ...headers },
				maxRedirects: 0,
				proxy: false,
				responseType: 'text',
				transformResponse: (text) => text,
				validateStatus: () => true,
			});
			return {
				status: answer.status,
				headers: Object.fromEntries(
					Object.entries(answer.headers).map(([name, value]) => [
						name.toLowerCase(),
						String(value),
					]),
				),
				body: answer.data ?? '',
			};
		} catch (error) {
			return failureOf(error);
		}
	};

/** Ports that do not wait. */
export const portsOver = (http) => ({
	http,
	now: () => '2026-11-06T09:00:00+08:00',
	wait: async () => undefined,
	cancelled: () => false,
});
