// One request to a sandbox server, with its answer as plain data.

const parse = (text) => {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
};

/** Answers { status, headers, text, body }; `json` is sent as the body. */
export const ask = async (url, { method, headers = {}, query = {}, json, form } = {}) => {
	const address = new URL(url);
	for (const [name, value] of Object.entries(query))
		address.searchParams.append(name, typeof value === 'string' ? value : JSON.stringify(value));
	const response = await fetch(address, {
		method: method ?? (json === undefined && form === undefined ? 'GET' : 'POST'),
		redirect: 'manual',
		headers: { ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
		body:
			json === undefined
				? form === undefined
					? undefined
					: new URLSearchParams(form)
				: JSON.stringify(json),
	});
	const text = await response.text();
	return { status: response.status, headers: response.headers, text, body: parse(text) };
};

export const basic = (pair) => `Basic ${Buffer.from(pair).toString('base64')}`;
