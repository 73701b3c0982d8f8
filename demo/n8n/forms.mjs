// n8n's own forms, filled in as a person does in a browser: pages, fields by their labels, what the end says.
import { setTimeout as wait } from 'node:timers/promises';
import { parse } from 'node-html-parser';

const PAGE_MS = 600000; // a page may wait for a whole payroll run
const STEP_MS = 100;
const MOST_HOPS = 8;
/** n8n turns away what calls itself a program. */
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/130 Safari/537.36';

/** A browser's cookies; `go` follows nothing by itself. */
function browser() {
	const cookies = new Map();
	return async (url, { headers = {}, ...options } = {}) => {
		const answer = await fetch(url, {
			...options,
			redirect: 'manual',
			signal: AbortSignal.timeout(PAGE_MS),
			headers: {
				cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
				'browser-id': 'driver',
				connection: 'close', // as the client of n8n does
				'user-agent': BROWSER,
				...headers,
			},
		});
		for (const cookie of answer.headers.getSetCookie()) {
			const [pair] = cookie.split(';');
			cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
		}
		return answer;
	};
}

const json = (body) => ({
	method: 'POST',
	body: JSON.stringify(body),
	headers: { 'content-type': 'application/json' },
});

const clean = (text = '') => text.replace(/\s+/g, ' ').trim();

function controlOf(group) {
	const control = group.querySelector('[name^="field-"]');
	if (!control || control.getAttribute('type') === 'hidden') return undefined;
	const options = control
		.querySelectorAll('option')
		.map((option) => option.getAttribute('value') ?? '')
		.filter((value) => value !== '');
	return {
		name: control.getAttribute('name'),
		label: clean(group.querySelector('label')?.text),
		value: control.getAttribute('value') ?? '',
		...(options.length > 0 ? { options } : {}),
	};
}

/** What a page shows: `text` as people read it, its fields, and what goes with it unseen. */
function read(html) {
	const root = parse(html);
	const form = root.querySelector('#n8n-form');
	const hidden = (form?.querySelectorAll('input[type="hidden"]') ?? []).map((one) => [
		one.getAttribute('name'),
		one.getAttribute('value') ?? '',
	]);
	const fields = (form?.querySelectorAll('.form-group') ?? []).flatMap(
		(group) => controlOf(group) ?? [],
	);
	for (const one of root.querySelectorAll('script, style')) one.remove();
	const shown = root.querySelector('.container') ?? root;
	return {
		title: clean(root.querySelector('h1')?.text),
		text: clean(shown.structuredText.replace(/\n/g, ' ')),
		fields,
		hidden: hidden.filter(([name]) => name?.startsWith('field-')),
		token: /const authToken = '([^']+)'/.exec(html)?.[1],
		isForm: form !== null,
	};
}

/**
 * Somebody with a browser. `signIn(person)` signs in to n8n; `open(path, query)` opens a published form and gives its
 * first page: { title, text, fields, submit(values by label) → the next page }. A page without fields is an end.
 */
export function visitor({ url }) {
	const go = browser();
	const whole = (address) => new URL(address, url);

	/** n8n asks once whether the form may know who is signed in. Gives where that leads. */
	async function consent() {
		const details = await go(whole('/rest/consent/details'));
		if (!details.ok) throw new Error(`Nobody is signed in: ${await details.text()}`);
		const { data } = await details.json();
		if (data.autoApproved) return data.redirectUrl;
		const approved = await go(whole('/rest/consent/approve'), json({ approved: true }));
		return (await approved.json()).data.redirectUrl;
	}

	async function show(address) {
		let answer = await go(whole(address));
		for (let hops = 0; answer.headers.get('location') !== null && hops < MOST_HOPS; hops += 1) {
			const to = answer.headers.get('location');
			answer = await go(whole(to.includes('/oauth/consent') ? await consent() : to));
		}
		const html = await answer.text();
		if (answer.status !== 200)
			return { status: answer.status, title: '', text: clean(html), fields: [] };
		return pageOf(html, address);
	}

	function pageOf(html, address) {
		const { hidden, token, isForm, ...seen } = read(html);
		const submit = async (values = {}) => {
			const body = new FormData();
			for (const [name, value] of hidden) body.set(name, value);
			for (const [label, value] of Object.entries(values)) {
				const field =
					seen.fields.find((one) => one.label === label) ??
					seen.fields.find((one) => one.label.startsWith(label));
				if (!field) throw new Error(`"${seen.title}" has no field "${label}".`);
				body.set(field.name, value);
			}
			for (const { name, value } of seen.fields) if (!body.has(name)) body.set(name, value);
			const headers = token === undefined ? {} : { 'x-auth-token': token };
			const answer = await go(whole(address), { method: 'POST', body, headers });
			return await afterSubmit(answer, address);
		};
		return { status: 200, ...seen, ...(isForm ? { submit } : {}) };
	}

	/** The next page is there once the workflow has come to it: what is shown until then is the page before. */
	async function afterSubmit(answer, address) {
		const text = await answer.text();
		if (!answer.ok) return { status: answer.status, title: '', text: clean(text), fields: [] };
		const told = text.startsWith('{') ? JSON.parse(text) : {};
		const next = told.formWaitingUrl ?? (address.includes('form-waiting') ? address : undefined);
		if (next === undefined)
			return { status: 200, title: '', text: clean(told.formSubmittedText ?? text), fields: [] };
		return await untilThere(next);
	}

	async function untilThere(address) {
		const statusUrl = whole(address);
		statusUrl.pathname += '/n8n-execution-status';
		for (const end = Date.now() + PAGE_MS; Date.now() < end; await wait(STEP_MS)) {
			const status = clean(await (await go(statusUrl)).text());
			if (status === 'form-waiting' || status === 'success') return await show(address);
			if (['error', 'crashed', 'canceled', 'null'].includes(status))
				return {
					status: 500,
					title: '',
					text: `The workflow behind the form: ${status}`,
					fields: [],
				};
		}
		throw new Error('The next page of the form did not come.');
	}

	return {
		signIn: async ({ email, password }) => {
			const answer = await go(whole('/rest/login'), json({ emailOrLdapLoginId: email, password }));
			if (!answer.ok) throw new Error(`${email} could not sign in: ${await answer.text()}`);
		},
		open: async (path, query = {}) => await show(`/form/${path}?${new URLSearchParams(query)}`),
	};
}
