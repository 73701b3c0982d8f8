// A sandbox of Salesforce's REST API: OAuth2 by client credentials, SOQL with its locators, describe.
import {
	asked,
	limitExceeded,
	noLocator,
	noObject,
	notAccepted,
	notFound,
	signInRefused,
} from './salesforce/problems.mjs';
import { schema } from './salesforce/schema.mjs';
import { run } from './salesforce/soql.mjs';

const ORG = '00D5i00000SandboxEAA';
const shared = new Set(['Opportunity', 'Task', 'Case']);

const stampOf = (ms) => new Date(ms).toISOString().replace('Z', '+0000');
const momentOf = (text) => Date.parse(text.replace('+0000', 'Z'));

/**
 * The system for `serve`. `data` maps each object to its rows; `client` is { id, secret } of the app, `tokens` are good
 * from the start; `me` is the user; `pageRows` are how many rows one answer holds (2,000, fewer where they are wide);
 * `hidden` has 'Object' or 'Object.Field' that the user may not see; without `seesAll` it sees its own records only;
 * `mostRequests` are those of 24 hours; the first `tooMany` find too many long ones under way; a locator lives for
 * `locatorLife` requests.
 */
export const salesforce = ({
	data,
	client,
	tokens = [],
	me,
	pageRows = 2000,
	hidden = [],
	seesAll = true,
	mostRequests = Infinity,
	tooMany = 0,
	locatorLife = Infinity,
	now = Date.now,
}) => {
	const objects = Object.fromEntries(
		Object.entries(data).map(([name, rows]) => [name, rows.map((row) => ({ ...row }))]),
	);
	const good = new Set(tokens);
	const locators = new Map();
	let requests = 0;

	const isHidden = (object, field) =>
		hidden.includes(field === undefined ? object : `${object}.${field}`);
	const isSeen = (object, row) => seesAll || !shared.has(object) || row.OwnerId === me;
	const rowsOf = (withDeleted) => (object) =>
		(objects[object] ?? []).filter(
			(row) => (withDeleted || row.IsDeleted !== true) && isSeen(object, row),
		);

	/** A page of a result; what is left waits under a locator, which works once. */
	const pageOf = (rows, from, version) => {
		const records = rows.slice(from, from + pageRows);
		const end = from + records.length;
		const done = end >= rows.length;
		const locator = `01g5i0000Sandbox${String(requests).padStart(6, '0')}-${end}`;
		if (!done) locators.set(locator, { rows, from: end, until: requests + locatorLife });
		return {
			status: 200,
			body: {
				totalSize: rows.length,
				done,
				...(done ? {} : { nextRecordsUrl: `/services/data/${version}/query/${locator}` }),
				records,
			},
		};
	};

	const query = (request, version, withDeleted) => {
		const soql = request.query.get('q') ?? '';
		const { rows, refused } = run(soql, { rowsOf: rowsOf(withDeleted), isHidden });
		return refused ?? pageOf(rows, 0, version);
	};

	const more = (locator, version) => {
		const found = locators.get(locator);
		locators.delete(locator);
		if (found === undefined || found.until < requests) return noLocator();
		return pageOf(found.rows, found.from, version);
	};

	const describe = (object) => {
		const fields = schema[object];
		if (fields === undefined || isHidden(object)) return noObject(object);
		const values = { TaskSubtype: ['Task', 'Email', 'Call'] };
		return {
			status: 200,
			body: {
				name: object,
				fields: Object.entries(fields)
					.filter(([name]) => !isHidden(object, name))
					.map(([name, type]) => ({
						...{ name, type, label: name.replace(/__c$/, '').replaceAll('_', ' ') },
						picklistValues: (values[name] ?? []).map((value) => ({
							...{ value, label: value, active: true, defaultValue: false },
						})),
					})),
			},
		};
	};

	const resources = (request, version) => ({
		status: 200,
		body: {
			query: `/services/data/${version}/query`,
			queryAll: `/services/data/${version}/queryAll`,
			sobjects: `/services/data/${version}/sobjects`,
			identity: `${request.origin}/id/${ORG}/${me}`,
		},
	});

	const signIn = ({ method, body }) => {
		if (method !== 'POST') return notFound();
		if (body?.grant_type !== 'client_credentials')
			return signInRefused('unsupported_grant_type', 'grant type not supported');
		if (body.client_id !== client.id || body.client_secret !== client.secret)
			return signInRefused('invalid_client', 'invalid client credentials');
		const token = `00D5i!${client.id}.${good.size + 1}`;
		good.add(token);
		return {
			status: 200,
			body: { access_token: token, token_type: 'Bearer', issued_at: String(now()) },
		};
	};

	const route = (request, version, [what = '', object, verb]) => {
		if (request.method !== 'GET') return notFound();
		if (what === '') return resources(request, version);
		if (what === 'query' && object !== undefined) return more(object, version);
		if (what === 'query' || what === 'queryAll')
			return query(request, version, what === 'queryAll');
		return what === 'sobjects' && verb === 'describe' ? describe(object) : notFound();
	};

	const handle = (request) => {
		if (request.path === '/services/oauth2/token') return signIn(request);
		const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
		if (!good.has(token)) return notAccepted();
		const [, version, rest] = /^\/services\/data\/(v\d\d\.0)\/(.*)$/.exec(request.path) ?? [];
		if (version === undefined) return notFound();
		requests += 1;
		if (requests > mostRequests) return limitExceeded();
		if (requests <= tooMany) return limitExceeded('ConcurrentPerOrgLongTxn');
		const answer = route(request, version, rest.split('/').filter(Boolean));
		const usage = `api-usage=${requests}/${Math.min(mostRequests, 100000)}`;
		return { ...answer, headers: { 'sforce-limit-info': usage, ...answer.headers } };
	};

	const find = (type, id) => objects[type].find((row) => row.Id === id);
	const touched = (row, more) => Object.assign(row, more, { SystemModstamp: stampOf(now()) });

	return {
		name: 'Salesforce',
		handle,
		problem: (kind) => asked[kind](),
		/** An automated change touches the record that was quiet longest. */
		move: ({ type = 'Opportunity' } = {}) => {
			const [row] = [...objects[type]].sort(
				(a, b) => momentOf(a.SystemModstamp) - momentOf(b.SystemModstamp),
			);
			touched(row, {});
		},
		remove: ({ type = 'Opportunity', id }) => void touched(find(type, id), { IsDeleted: true }),
		merge: ({ type = 'Opportunity', id, into }) =>
			void touched(find(type, id), { IsDeleted: true, MasterRecordId: into }),
	};
};
