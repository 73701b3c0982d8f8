// n8n's own REST interface, as its editor uses it.

/** The person who owns the demo's and the tests' n8n. */
export const OWNER = {
	email: 'hr@example.com',
	firstName: 'Human',
	lastName: 'Resources',
	password: 'Performance-1',
};

const REQUEST_MS = 600000; // a manual run answers at once, a webhook when its workflow has ended

/** Signs in (sets up the owner in a fresh n8n) and gives `rest(method, path, body)`. */
export async function signIn(url, person = OWNER) {
	let cookie = '';
	async function rest(method, path, body) {
		const answer = await fetch(url + path, {
			method,
			body: body && JSON.stringify(body),
			signal: AbortSignal.timeout(REQUEST_MS),
			// n8n binds its cookie to the browser-id that it was given with.
			headers: {
				cookie,
				// A connection that rests is closed by n8n, at times just when it is taken up again.
				connection: 'close',
				'browser-id': 'driver',
				...(body ? { 'content-type': 'application/json' } : {}),
			},
		});
		for (const one of answer.headers.getSetCookie())
			if (one.startsWith('n8n-auth=')) cookie = one.split(';')[0];
		const text = await answer.text();
		if (!answer.ok)
			throw new Error(`n8n refused ${method} ${path} (${answer.status}): ${text.slice(0, 500)}`);
		const json = text === '' ? null : JSON.parse(text);
		return json?.data ?? json;
	}
	const { userManagement } = await rest('GET', '/rest/settings');
	if (userManagement.showSetupOnFirstLoad) await rest('POST', '/rest/owner/setup', person);
	else
		await rest('POST', '/rest/login', {
			emailOrLdapLoginId: person.email,
			password: person.password,
		});
	const { id: projectId } = await rest('GET', '/rest/projects/personal');
	return { url, rest, projectId };
}

/** Gives a person an account of this n8n, as an invitation that was accepted. */
export async function addPerson({ rest, url }, { email, firstName, lastName, password }) {
	const [{ user }] = await rest('POST', '/rest/invitations', [{ email, role: 'global:member' }]);
	const token = new URL(user.inviteAcceptUrl).searchParams.get('token');
	const answer = await fetch(`${url}/rest/invitations/accept`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ token, firstName, lastName, password }),
	});
	if (!answer.ok) throw new Error(`${email} could not join: ${await answer.text()}`);
}
