// One answer on its way out, with the fault that a rule asked for.

const html = (title, text) => ({
	headers: { 'content-type': 'text/html; charset=utf-8' },
	body: `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`,
});

const retryHeader = (rule) =>
	rule.retryAfter === undefined ? {} : { 'retry-after': String(rule.retryAfter) };

const withStatus = (rule, system) => {
	if (rule.kind === '502') return { status: 502, ...html('502 Bad Gateway', 'nginx') };
	if (rule.kind === 'login')
		return {
			status: 200,
			...html('Log in', '<form><input name="email"><input type="password"></form>'),
		};
	if (rule.kind === 'redirect')
		return { status: 302, headers: { location: rule.location ?? 'http://127.0.0.2:9/' }, body: '' };
	const answer = system.problem(rule.kind, rule);
	return { ...answer, headers: { ...answer.headers, ...retryHeader(rule) } };
};

const BEFORE = new Set([
	'401',
	'403',
	'404',
	'409',
	'429',
	'500',
	'502',
	'503',
	'refused',
	'login',
	'redirect',
]);

/** The way to the first list in an answer, at the top or one level below: the rows of a page. */
const rowsPath = (body, depth = 1) => {
	if (body === null || typeof body !== 'object') return undefined;
	if (Array.isArray(body)) return [];
	const own = Object.keys(body).find((key) => Array.isArray(body[key]));
	if (own !== undefined) return [own];
	for (const key of depth > 0 ? Object.keys(body) : []) {
		const inner = rowsPath(body[key], depth - 1);
		if (inner !== undefined) return [key, ...inner];
	}
	return undefined;
};

const withoutRows = (body, [key, ...rest]) =>
	key === undefined ? [] : { ...body, [key]: withoutRows(body[key], rest) };

/** A repeated page is the one before as it was, its way to the next page included. */
const changePage = (answer, { rule, pages, key }) => {
	const rows = rowsPath(answer.body);
	if (rows === undefined || answer.status !== 200) return answer;
	const before = pages.get(key);
	if (rule?.kind === 'repeatPage' && before !== undefined) return before;
	pages.set(key, answer);
	return rule?.kind === 'emptyPage' ? { ...answer, body: withoutRows(answer.body, rows) } : answer;
};

// Python prints a float with its point: Frappe's 2790 comes as 2790.0. The mark keeps it apart from text.
const MARK = '\uE000float:';
const FLOAT = /"\uE000float:(-?[0-9.]+)"/g;

/** A number that is to be printed as Python prints a float. */
export const float = (number) =>
	MARK + (Number.isInteger(number) ? number.toFixed(1) : String(number));

const bodyText = (body) =>
	typeof body === 'string' ? body : JSON.stringify(body).replace(FLOAT, '$1');

const headersOf = (answer, text, rule) => ({
	'content-type':
		rule?.kind === 'contentType'
			? 'text/html; charset=utf-8'
			: (answer.contentType ?? 'application/json;charset=utf-8'),
	...answer.headers,
	...(rule?.kind === 'clock'
		? { date: new Date(Date.now() + (rule.minutes ?? 5) * 60000).toUTCString() }
		: {}),
	'content-length': Buffer.byteLength(text),
});

const drip = async (outgoing, text, everyMs) => {
	const bytes = Buffer.from(text);
	const step = Math.max(1, Math.ceil(bytes.length / 40));
	for (let at = 0; at < bytes.length && !outgoing.destroyed; at += step) {
		outgoing.write(bytes.subarray(at, at + step));
		await new Promise((resolve) => setTimeout(resolve, everyMs));
	}
	outgoing.end();
};

const big = (answer, rule) => {
	const filler = 'x'.repeat(rule.bytes ?? 50 * 1024 * 1024);
	return { ...answer, body: { ...answer.body, filler } };
};

const write = async (outgoing, answer, rule) => {
	const whole = bodyText(answer.body ?? '');
	const text = rule?.kind === 'truncated' ? whole.slice(0, Math.floor(whole.length / 2)) : whole;
	const headers = headersOf(answer, text, rule);
	outgoing.writeHead(answer.status, headers);
	if (rule?.kind === 'slow') await drip(outgoing, text, rule.everyMs ?? 250);
	else if (rule?.kind === 'cut')
		outgoing.write(text.slice(0, Math.floor(text.length / 2)), () => outgoing.destroy());
	else outgoing.end(text);
	return answer.status;
};

const hang = (outgoing) => {
	outgoing.setTimeout(0);
	return null;
};

const reset = (outgoing) => {
	outgoing.socket?.resetAndDestroy();
	return null;
};

/**
 * Sends what `act` answers, or a ready answer. Returns the status that went out, null where none did.
 * A system acts also where its answer is lost: that is the point of the `lost` faults.
 */
export const send = async (outgoing, given) => {
	if (given.act === undefined) return write(outgoing, given);
	const { act, rule, system } = given;
	if (rule?.kind === 'reset') return reset(outgoing);
	if (rule?.kind === 'hang') return hang(outgoing);
	if (rule !== undefined && BEFORE.has(rule.kind)) return write(outgoing, withStatus(rule, system));
	if (rule?.kind === 'moved') system.move?.(rule);
	if (rule?.kind === 'deleted') system.remove?.(rule);
	if (rule?.kind === 'merged') system.merge?.(rule);
	const answer = changePage(await act(), given);
	if (rule?.kind === 'lost') return reset(outgoing);
	if (rule?.kind === 'lostHang') return hang(outgoing);
	if (rule?.kind.startsWith('lost'))
		return write(outgoing, withStatus({ ...rule, kind: rule.kind.slice(4) }, system));
	return write(outgoing, rule?.kind === 'big' ? big(answer, rule) : answer, rule);
};
