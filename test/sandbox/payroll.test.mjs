// Additional Salary in the Frappe sandbox against hrms (additional_salary.py, additional_salary.json) and Frappe's
// way of saving, submitting and cancelling.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { frappe } from '../../demo/sandbox/frappe.mjs';
import { serve } from '../../demo/sandbox/server.mjs';
import { ask } from './ask.mjs';

const NOW = Date.UTC(2026, 10, 6, 1, 30, 0, 250);

const employee = (number, more = {}) => ({
	name: `HR-EMP-0000${number}`,
	first_name: 'A',
	employee_name: `A${number}`,
	company: 'X',
	department: 'D',
	date_of_joining: '2025-01-06',
	...more,
});
const assignment = (number, more = {}) => ({
	name: `HR-SSA-${number}`,
	employee: `HR-EMP-0000${number}`,
	salary_structure: 'S',
	from_date: '2026-01-01',
	company: 'X',
	currency: 'CNY',
	base: 3000,
	docstatus: 1,
	...more,
});

const site = () => ({
	timeZone: 'Asia/Shanghai',
	since: '2025-01-06 10:00:00.000000',
	documents: {
		Company: [{ name: 'X', company_name: 'X', default_currency: 'CNY' }],
		Employee: [
			employee(1),
			employee(2, { relieving_date: '2026-10-16', status: 'Left' }),
			employee(3, { date_of_joining: '2026-11-02' }),
			employee(4, { status: 'Inactive' }),
			employee(5),
			employee(6),
		],
		'Salary Component': [
			{ name: 'Performance Pay', salary_component: 'Performance Pay', type: 'Earning' },
			{ name: 'Basic', salary_component: 'Basic', type: 'Earning' },
			{
				name: 'Income Tax',
				salary_component: 'Income Tax',
				type: 'Deduction',
				variable_based_on_taxable_salary: 1,
			},
		],
		'Salary Structure': [
			{
				name: 'S',
				company: 'X',
				currency: 'CNY',
				docstatus: 1,
				components: [{ salary_component: 'Basic' }],
			},
		],
		'Salary Structure Assignment': [
			...[1, 2, 3, 4].map((number) => assignment(number)),
			assignment(5, { docstatus: 0 }),
			assignment(6, { from_date: '2026-11-01' }),
		],
		'Custom Field': [
			{
				name: 'Additional Salary-custom_key',
				dt: 'Additional Salary',
				fieldname: 'custom_key',
				label: 'Key',
				fieldtype: 'Data',
				unique: 1,
			},
		],
	},
});

const tokens = {
	'hr:s': { user: 'hr@x.example', roles: ['HR User'] },
	'manager:s': { user: 'm@x.example', roles: ['System Manager'] },
	'reader:s': { user: 'r@x.example', roles: ['Performance Reader'] },
};
const as = (who) => ({ authorization: `token ${who}:s` });

const PAY = {
	employee: 'HR-EMP-00001',
	salary_component: 'Performance Pay',
	amount: 2790,
	payroll_date: '2026-10-31',
	company: 'X',
	currency: 'CNY',
	overwrite_salary_structure_amount: 0,
};

let server;
beforeEach(
	async () => void (server = await serve(frappe({ data: site(), tokens, now: () => NOW }))),
);
afterEach(() => server.stop());

const url = (path) => `${server.url}/api/resource/Additional Salary${path}`;
const create = (more = {}, who = 'hr') =>
	ask(url(''), { headers: as(who), json: { ...PAY, ...more } });
const ledger = async () => (await ask(`${server.url}/__sandbox/ledger`)).body;
const call = (method, json, who = 'hr') =>
	ask(`${server.url}/api/method/frappe.client.${method}`, { headers: as(who), json });
const messageOf = ({ body }) => JSON.parse(JSON.parse(body._server_messages)[0]).message;

describe('creating', () => {
	it('makes a draft with a name of the series and what is fetched', async () => {
		const { status, body, text } = await create({ custom_key: 'k1' });
		assert.equal(status, 200);
		const {
			name,
			docstatus,
			owner,
			creation,
			type,
			employee_name: called,
			custom_key: key,
		} = body.data;
		assert.deepEqual(
			{ name, docstatus, owner, creation, type, called, key },
			{
				name: 'HR-ADS-26-11-00001',
				docstatus: 0,
				owner: 'hr@x.example',
				creation: '2026-11-06 09:30:00.250000',
				type: 'Earning',
				called: 'A1',
				key: 'k1',
			},
		);
		assert.match(text, /"amount":2790\.0[,}]/);
	});

	it('does not guard against a double unless a field is unique', async () => {
		await create();
		assert.equal((await create()).status, 200);
		assert.equal((await ledger()).length, 2);
		await create({ custom_key: 'k' });
		const double = await create({ custom_key: 'k' });
		assert.deepEqual([double.status, double.body.exc_type], [417, 'UniqueValidationError']);
		assert.equal(messageOf(double), 'Key must be unique');
		assert.equal((await ledger()).length, 3);
	});

	it('drops a field that nobody made, in silence', async () => {
		const { body } = await create({ custom_nonsense: 'x' });
		assert.equal(body.data.custom_nonsense, undefined);
	});

	it('switches overwriting off for a component outside the structure, and says so beside the success', async () => {
		const answer = await create({ overwrite_salary_structure_amount: undefined });
		assert.equal(answer.status, 200);
		assert.equal(answer.body.data.overwrite_salary_structure_amount, 0);
		assert.match(messageOf(answer), /^Overwrite Salary Structure Amount is disabled/);
	});

	it('refuses the second overwriting one of a component of the structure on a date', async () => {
		const basic = { salary_component: 'Basic', overwrite_salary_structure_amount: 1, docstatus: 1 };
		assert.equal((await create(basic)).status, 200);
		assert.match(messageOf(await create(basic)), /already exists for this date/);
	});

	const refusals = [
		[
			'no Salary Structure Assignment',
			{ employee: 'HR-EMP-00005' },
			/no Salary Structure assigned to HR-EMP-00005/,
		],
		[
			'an assignment that begins later',
			{ employee: 'HR-EMP-00006' },
			/no Salary Structure assigned/,
		],
		['an amount below zero', { amount: -1 }, /Amount should not be less than zero/],
		[
			'a date after leaving',
			{ employee: 'HR-EMP-00002' },
			/greater than employee's relieving date/,
		],
		['a date before joining', { employee: 'HR-EMP-00003' }, /less than employee's joining date/],
		['an inactive employee', { employee: 'HR-EMP-00004' }, /Inactive Employee/],
		['no payroll date', { payroll_date: undefined }, /Payroll date is mandatory/],
		[
			'a tax component without overwriting',
			{ salary_component: 'Income Tax' },
			/Variable Based On Taxable Salary/,
		],
		['an employee who is none', { employee: 'HR-EMP-9' }, /Could not find Employee: HR-EMP-9/],
		['no company', { company: undefined }, /: company$/],
	];
	for (const [name, more, message] of refusals)
		it(`refuses ${name} with 417, and keeps nothing`, async () => {
			const answer = await create(more);
			assert.equal(answer.status, 417);
			assert.match(messageOf(answer), message);
			assert.match(answer.body.exception, /^frappe\.exceptions\./);
			assert.deepEqual(await ledger(), []);
		});

	it('is not for those who may not', async () => {
		const { status, body } = await create({}, 'reader');
		assert.deepEqual([status, body.exc_type], [403, 'PermissionError']);
	});

	it('takes many at once: 200, no more', async () => {
		const docs = (count) =>
			Array.from({ length: count }, () => ({ doctype: 'Additional Salary', ...PAY }));
		assert.equal((await call('insert_many', { docs: docs(3) })).body.message.length, 3);
		assert.equal((await call('insert_many', { docs: docs(201) })).status, 417);
	});
});

describe('submitting and cancelling', () => {
	const draft = async () => (await create()).body.data;

	it('submits by frappe.client.submit with the whole document', async () => {
		const doc = await draft();
		const { status, body } = await call('submit', { doc });
		assert.deepEqual([status, body.message.docstatus], [200, 1]);
	});

	it('refuses a document that changed since it was read, or comes without its time', async () => {
		const doc = await draft();
		for (const modified of [undefined, '2026-11-06 09:00:00.000000']) {
			const { status, body } = await call('submit', { doc: { ...doc, modified } });
			assert.deepEqual([status, body.exc_type], [417, 'TimestampMismatchError']);
		}
	});

	it('submits by run_method, by docstatus, and at once when created', async () => {
		const first = await draft();
		assert.equal(
			(await ask(url(`/${first.name}`), { headers: as('hr'), form: { run_method: 'submit' } })).body
				.data.docstatus,
			1,
		);
		const second = await draft();
		const put = await ask(url(`/${second.name}`), {
			method: 'PUT',
			headers: as('hr'),
			json: { docstatus: 1 },
		});
		assert.equal(put.body.data.docstatus, 1);
		assert.equal((await create({ docstatus: 1 })).body.data.docstatus, 1);
	});

	it('keeps a version of it, as Additional Salary is tracked', async () => {
		const doc = await draft();
		await call('submit', { doc });
		const { body } = await ask(`${server.url}/api/resource/Version`, {
			headers: as('manager'),
			query: { fields: ['docname', 'data'] },
		});
		assert.equal(body.data[0].docname, doc.name);
		assert.deepEqual(JSON.parse(body.data[0].data).changed, [['docstatus', 0, 1]]);
	});

	it('changes no amount after that', async () => {
		const { name } = (await create({ docstatus: 1 })).body.data;
		const { status, body } = await ask(url(`/${name}`), {
			method: 'PUT',
			headers: as('hr'),
			json: { amount: 1 },
		});
		assert.deepEqual([status, body.exc_type], [417, 'UpdateAfterSubmitError']);
	});

	it('cancels for a System Manager only', async () => {
		const { name } = (await create({ docstatus: 1 })).body.data;
		const given = { doctype: 'Additional Salary', name };
		assert.equal((await call('cancel', given)).status, 403);
		const { body } = await call('cancel', given, 'manager');
		assert.equal(body.message.docstatus, 2);
		assert.equal((await call('cancel', given, 'manager')).status, 417);
	});

	it('finds lines by key and by person, drafts too', async () => {
		await create({ custom_key: 'k1' });
		const { body } = await ask(url(''), {
			headers: as('hr'),
			query: {
				filters: [
					['custom_key', 'in', ['k1', 'k2']],
					['docstatus', '<', 2],
				],
				fields: ['name', 'amount', 'custom_key', 'docstatus'],
			},
		});
		assert.deepEqual(body.data, [
			{ name: 'HR-ADS-26-11-00001', amount: 2790, custom_key: 'k1', docstatus: 0 },
		]);
	});

	it('says by the form which fields there are', async () => {
		const { body } = await ask(`${server.url}/api/method/frappe.desk.form.load.getdoctype`, {
			headers: as('hr'),
			query: { doctype: 'Additional Salary' },
		});
		const field = body.docs[0].fields.find(({ fieldname }) => fieldname === 'custom_key');
		assert.deepEqual([field.fieldtype, field.unique], ['Data', 1]);
	});

	it('has a key field made over the API by a System Manager', async () => {
		const field = {
			dt: 'Additional Salary',
			fieldname: 'custom_other',
			label: 'Other',
			fieldtype: 'Data',
			unique: 1,
		};
		const make = (who) =>
			ask(`${server.url}/api/resource/Custom Field`, { headers: as(who), json: field });
		assert.equal((await make('hr')).status, 403);
		assert.equal((await make('manager')).status, 200);
		await create({ custom_other: 'o' });
		assert.equal((await create({ custom_other: 'o' })).status, 417);
	});
});
