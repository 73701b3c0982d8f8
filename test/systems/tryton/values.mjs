// How Tryton is called, and how it writes what JSON has no type for.
export const SECRET = 'secret1234';

export const date = (month, day) => ({ __class__: 'date', year: 2026, month, day });
export const decimal = (value) => ({ __class__: 'Decimal', decimal: String(value) });
export const several = (count, make) => Array.from({ length: count }, (_, index) => make(index));

/** Calls Tryton as a user does. */
export function rpcOf(url, user, password) {
	const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
	return async (method, ...params) => {
		const answer = await fetch(`${url}/tryton/`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', Authorization: authorization },
			body: JSON.stringify({ id: 1, method, params }),
		});
		const { result, error } = await answer.json();
		if (error) throw new Error(`${method}: ${JSON.stringify(error)}`);
		return result;
	};
}
