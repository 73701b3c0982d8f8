import type { Client } from '@larksuiteoapi/node-sdk';
import type { z } from 'zod';
import type { codesWire, instanceWire } from '../../src/connectors/vendors/feishu/instances';
import type {
	archivesWire,
	currencyWire,
	itemsWire,
} from '../../src/connectors/vendors/feishu/basePay';
import type {
	contactsWire,
	convertedWire,
	employeesWire,
} from '../../src/connectors/vendors/feishu/payPeople';
import { queryBody, type recordsWire } from '../../src/connectors/vendors/feishu/payRows';
import type { sourcesWire } from '../../src/connectors/vendors/feishu/paySources';
import { saveBody, type savedWire } from '../../src/connectors/vendors/feishu/payWrite';
import type { userWire } from '../../src/connectors/vendors/feishu/users';
import recording from '../contract/recordings/feishu.approvals.json';

type Answer<Call extends (...given: never[]) => Promise<{ data?: unknown }>> = {
	readonly data: NonNullable<Awaited<ReturnType<Call>>['data']>;
};
type Instances = Client['approval']['v4']['instance'];
type InstanceAnswer = Answer<Instances['get']>;
type ListAnswer = Answer<Instances['list']>;
type UserAnswer = Answer<Client['contact']['v3']['user']['get']>;
type Pay = Client['payroll']['v1'];
type Compensation = Client['compensation']['v1'];
type Sent<Call extends (...given: never[]) => unknown> = NonNullable<Parameters<Call>[0]>;

/** A JSON file has texts where the SDK has choices of them. */
type Loose<T> = T extends string ? string : T extends object ? { [K in keyof T]: Loose<T[K]> } : T;

/** Compiles only if every answer that the official SDK declares is one that we read. */
const readable = <Ours>() => ({ reads: <Theirs extends Ours>(): Theirs | undefined => undefined });

const bodies: readonly Loose<InstanceAnswer>[] = recording.others.map(({ body }) => body);
const pages: readonly Loose<ListAnswer>[] = recording.list.pages;

describe('the official SDK of Feishu', () => {
	it('declares answers that we can read', () => {
		expect(readable<z.input<typeof instanceWire>>().reads<InstanceAnswer>()).toBeUndefined();
		expect(readable<z.input<typeof codesWire>>().reads<ListAnswer>()).toBeUndefined();
		expect(readable<z.input<typeof userWire>>().reads<UserAnswer>()).toBeUndefined();
	});

	it('declares what was recorded: the tasks, events and states are its own', () => {
		const states: InstanceAnswer['data']['status'][] = ['PENDING', 'APPROVED', 'REJECTED'];
		const taskStates: InstanceAnswer['data']['task_list'][number]['status'][] = [
			'PENDING',
			'APPROVED',
			'TRANSFERRED',
		];
		const events: InstanceAnswer['data']['timeline'][number]['type'][] = [
			'START',
			'PASS',
			'ROLLBACK',
			'TRANSFER',
		];
		const told = bodies.map(({ data }) => data);
		expect(states).toEqual(expect.arrayContaining(told.map(({ status }) => status)));
		expect(taskStates).toEqual(
			expect.arrayContaining(told.flatMap((one) => one.task_list.map(({ status }) => status))),
		);
		expect(events).toEqual(
			expect.arrayContaining(told.flatMap((one) => one.timeline.map(({ type }) => type))),
		);
		expect(pages.flatMap(({ data }) => data.instance_code_list)).toHaveLength(told.length);
	});

	it('declares answers of payroll that we can read', () => {
		const can = <Ours>() => readable<Ours>().reads;
		expect([
			can<z.input<typeof sourcesWire>>()<Answer<Pay['datasource']['list']>>(),
			can<z.input<typeof recordsWire>>()<Answer<Pay['datasourceRecord']['query']>>(),
			can<z.input<typeof savedWire>>()<Answer<Pay['datasourceRecord']['save']>>(),
			can<z.input<typeof contactsWire>>()<Answer<Client['contact']['v3']['user']['batchGetId']>>(),
			can<z.input<typeof convertedWire>>()<
				Answer<Client['corehr']['v1']['commonDataId']['convert']>
			>(),
			can<z.input<typeof employeesWire>>()<Answer<Client['corehr']['v2']['employee']['search']>>(),
			can<z.input<typeof archivesWire>>()<Answer<Compensation['archive']['query']>>(),
			can<z.input<typeof itemsWire>>()<Answer<Compensation['item']['list']>>(),
			can<z.input<typeof currencyWire>>()<Answer<Client['corehr']['v1']['currency']['get']>>(),
		]).toEqual(Array.from({ length: 9 }, () => undefined));
	});

	it('takes what we save and ask for', () => {
		const place = { source: 's__c', amountField: 'a__c', keyField: 'k__c', currency: 'CNY' };
		const row = {
			employmentId: '1',
			period: '2026-10',
			active: true,
			amount: '1.00',
			keyText: 'k',
		};
		const saved: Sent<Pay['datasourceRecord']['save']>['data'] = saveBody([row], place);
		const filter = { periods: ['2026-10'], employmentIds: ['1'] };
		const query: Sent<Pay['datasourceRecord']['query']>['data'] = queryBody(place, filter);
		expect(saved.records[0]?.field_values.map((it) => it.value)).toEqual([
			...['1', '2026-10', '1.00', 'k'],
		]);
		expect(query.field_filters).toHaveLength(2);
	});
});
