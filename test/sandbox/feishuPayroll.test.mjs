// The payroll of the Feishu sandbox against Feishu's own description (payroll v1: datasource and datasource_record).
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { payFixture } from '../../demo/sandbox/feishu/payFixture.mjs';
import { serve } from '../../demo/sandbox/server.mjs';
import { ask } from './ask.mjs';

const fixture = payFixture();
const { headers } = fixture.sign(fixture.credentials);
const { paySource: source, payAmountField: amount, payKeyField: key } = fixture.request.parameters;
const person = (number) => fixture.remoteOf(`E${String(number).padStart(3, '0')}`);

const system = fixture.system();
let server;
before(async () => void (server = await serve(system)));
after(async () => await server.stop());
beforeEach(() => fixture.reset(system));

const call = async (path, json, query) =>
	(
		await ask(`${server.url}/open-apis/payroll/v1/datasource_records/${path}`, {
			headers,
			json,
			query,
		})
	).body;
const field = (field_code, value) => ({ field_code, value });
const record = (id, ...more) => ({
	active_status: 1,
	field_values: [field('employment_id', id), field('payroll_period', '2026-10'), ...more],
});
const save = async (...records) => await call('save', { source_code: source, records });
const query = async (filters, size = '100') =>
	await call('query', { source_code: source, field_filters: filters }, { page_size: size });
const october = { field_code: 'payroll_period', field_values: ['2026-10'] };

describe('Feishu: rows of an external data source', () => {
	it('are inserted, updated in the fields that come, and counted where they change', async () => {
		assert.equal((await save(record(person(1), field(amount, '1.00')))).data.affect_counts, '1');
		assert.equal((await save(record(person(1), field(amount, '1.00')))).data.affect_counts, '0');
		await save(record(person(1), field(key, 'k')));
		const [row] = (await query([october])).data.records;
		assert.deepEqual(
			row.field_values.map(({ field_code: code, value }) => [code, value]),
			[
				...[
					['employment_id', person(1)],
					['payroll_period', '2026-10'],
				],
				...[
					[amount, '1.00'],
					[key, 'k'],
				],
			],
		);
	});

	it('are rounded to the decimals of the field', async () => {
		await save(record(person(1), field(amount, '1.005')));
		const [row] = (await query([october])).data.records;
		assert.equal(row.field_values.find((it) => it.field_code === amount).value, '1.01');
	});

	it('are saved all or none', async () => {
		const { code, msg } = await save(record(person(1)), record('999'));
		assert.deepEqual([code, msg.includes('records[1]')], [2500015, true]);
		assert.equal((await query([october])).data.records.length, 0);
	});

	for (const { why, records, is } of [
		{
			why: '51 at once',
			records: Array.from({ length: 51 }, (_, at) => record(person(at))),
			is: 2500002,
		},
		{ why: 'an empty value', records: [record(person(1), field(amount, ''))], is: 2500002 },
		{ why: 'no such field', records: [record(person(1), field('x__c', '1'))], is: 2500005 },
		{ why: 'a stopped field', records: [record(person(1), field('note__c', '1'))], is: 2500009 },
		{ why: 'an amount in words', records: [record(person(1), field(amount, 'ten'))], is: 2500010 },
		{ why: 'a long text', records: [record(person(1), field(key, 'k'.repeat(501)))], is: 2500011 },
		{ why: 'a person twice', records: [record(person(1)), record(person(1))], is: 2500017 },
		{
			why: 'a field twice',
			records: [record(person(1), field(key, 'a'), field(key, 'b'))],
			is: 2500018,
		},
	])
		it(`refuse ${why} with ${is}`, async () => assert.equal((await save(...records)).code, is));

	it('are asked for by month, at most two, a hundred rows a page', async () => {
		await save(...Array.from({ length: 50 }, (_, at) => record(person(at + 1))));
		const one = (await query([october], '30')).data;
		assert.deepEqual([one.records.length, one.has_more], [30, true]);
		const months = {
			field_code: 'payroll_period',
			field_values: ['2026-09', '2026-10', '2026-11'],
		};
		assert.equal((await query([months])).code, 2500007);
		assert.equal((await query([])).code, 2500006);
		assert.equal((await query([october], '101')).code, 2500002);
	});
});
