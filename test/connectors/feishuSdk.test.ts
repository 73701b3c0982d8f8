import type { Client } from '@larksuiteoapi/node-sdk';
import type { z } from 'zod';
import type { codesWire, instanceWire } from '../../src/connectors/vendors/feishu/instances';
import type { userWire } from '../../src/connectors/vendors/feishu/users';
import recording from '../contract/recordings/feishu.approvals.json';

type Answer<Call extends (...given: never[]) => Promise<{ data?: unknown }>> = {
	readonly data: NonNullable<Awaited<ReturnType<Call>>['data']>;
};
type Instances = Client['approval']['v4']['instance'];
type InstanceAnswer = Answer<Instances['get']>;
type ListAnswer = Answer<Instances['list']>;
type UserAnswer = Answer<Client['contact']['v3']['user']['get']>;

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
});
