// A small month in Feishu, with what the connector must make of it.
import { evidenceOf, month, now } from '../approvals/month.mjs';
import { feishu } from '../feishu.mjs';

const CODE = '7C468A54-8745-2245-9675-08B7C63E7A85';
const TOKEN = 't-sandbox-feishu';
const codeOf = (number) => `81D31358-93AF-92D6-7425-${String(number).padStart(12, '0')}`;

const taskStatus = {
	wait: 'PENDING',
	withdrawn: 'DONE',
	handOn: 'TRANSFERRED',
	reject: 'REJECTED',
};
const eventType = { pass: 'PASS', reject: 'REJECT', return: 'ROLLBACK', handOn: 'TRANSFER' };
const instanceStatus = {
	rejected: 'REJECTED',
	waiting: 'PENDING',
	nobody: 'PENDING',
	withdrawn: 'CANCELED',
};

const person = (who) => ({ user_id: who, open_id: who === '' ? '' : `ou_${who}` });
const idOf = (number, { key }) => `${number}0${key}`;

const task = (number, one) => ({
	id: idOf(number, one),
	...person(one.who),
	// Feishu shows a task that returned the approval as done.
	status: taskStatus[one.how] ?? (one.how === 'return' ? 'DONE' : 'APPROVED'),
	node_id: `node-${one.step}`,
	node_name: `Step ${one.step}`,
	type: 'AND',
	start_time: String(one.from),
	end_time: String(one.to ?? 0),
});

const event = (number, one) => ({
	type: eventType[one.how],
	create_time: String(one.to),
	...person(one.who),
	task_id: idOf(number, one),
	ext: '{}',
});

/** The approval as the detail shows it. */
const instance = ({ number, way, startedAt, steps }) => ({
	approval_name: 'Payment',
	approval_code: CODE,
	instance_code: codeOf(number),
	start_time: String(startedAt),
	end_time: '0',
	...person('ann'),
	serial_number: `2026${String(number).padStart(6, '0')}`,
	department_id: 'od-1',
	status: instanceStatus[way] ?? 'APPROVED',
	uuid: `u-${number}`,
	form: JSON.stringify([{ id: 'widget1', custom_id: 'amount', type: 'number', value: number }]),
	task_list: steps.map((one) => task(number, one)),
	comment_list: [],
	timeline: [
		{ type: 'START', create_time: String(startedAt), ...person('ann'), ext: '{}' },
		...steps.filter(({ to }) => to !== null).map((one) => event(number, one)),
	],
});

const approvals = month(230);

export const fixture = () => ({
	name: 'feishu',
	now,
	system: (options = {}) =>
		feishu({
			data: {
				approvals: [CODE],
				instances: approvals.map(instance),
				users: { li: { email: 'li@x.example' }, wu: { email: 'wu@x.example' } },
			},
			apps: { cli_sandbox: 'feishu-secret-1' },
			tokens: [TOKEN],
			pace: 10000,
			...options,
		}),
	credentials: { appId: 'cli_sandbox', appSecret: 'feishu-secret-1', sessionToken: TOKEN },
	sign: ({ sessionToken }) => ({ headers: { Authorization: `Bearer ${sessionToken}` } }),
	streams: {
		approvals: {
			parameters: { approvalCodes: CODE },
			list: '/approval/v4/instances?',
			history: '/approval/v4/instances/',
			evidence: approvals.flatMap(({ number, steps }) =>
				steps.map((one) => evidenceOf(`${codeOf(number)}/${idOf(number, one)}`, one)),
			),
		},
	},
});
