// A small month in DingTalk, with what the connector must make of it.
import { evidenceOf, month, now } from '../approvals/month.mjs';
import { dingtalk } from '../dingtalk.mjs';

const CODE = 'PROC-80ADFE6C-0329-4E7E-B11E-0BE8024D1111';
const TOKEN = 'sandbox-dingtalk';
const EIGHT_HOURS = 8 * 3600000;
const idOf = (number) => `Ui-${String(number).padStart(8, '0')}`;
const taskId = (number, { key }) => number * 100 + key;

/** To the minute, with a Z, which is meant (`zIs` utc) or stands behind a local time. */
const timeOf = (zIs) => (ms) =>
	`${new Date(zIs === 'utc' ? ms : ms + EIGHT_HOURS).toISOString().slice(0, 16)}Z`;

const taskState = { wait: 'RUNNING', withdrawn: 'CANCELED' };
const taskResult = { pass: 'AGREE', reject: 'REFUSE', handOn: 'REDIRECTED' };
const recordType = { return: 'REDIRECT_PROCESS', handOn: 'REDIRECT_TASK' };
const instanceState = { waiting: 'RUNNING', nobody: 'RUNNING', withdrawn: 'TERMINATED' };

const task = (number, one, time) => ({
	taskId: taskId(number, one),
	userId: one.who,
	status: taskState[one.how] ?? 'COMPLETED',
	result: taskResult[one.how] ?? 'NONE',
	createTime: time(one.from),
	...(one.to === null ? {} : { finishTime: time(one.to) }),
	activityId: `step_${one.step}`,
	pcUrl: `aflow.dingtalk.com?procInsId=${idOf(number)}&taskId=${taskId(number, one)}`,
	mobileUrl: `aflow.dingtalk.com?procInsId=${idOf(number)}`,
	processInstanceId: idOf(number),
});

const record = ({ how, who, to }, time) => ({
	date: time(to),
	userId: who,
	type: recordType[how] ?? 'EXECUTE_TASK_NORMAL',
	result: how === 'pass' ? 'AGREE' : how === 'reject' ? 'REFUSE' : 'NONE',
	remark: 'a remark',
});

const instance =
	(time) =>
	({ number, way, startedAt, steps }) => ({
		id: idOf(number),
		processCode: CODE,
		startedAt,
		body: {
			title: `Payment ${number}`,
			status: instanceState[way] ?? 'COMPLETED',
			result: way === 'rejected' ? 'refuse' : 'agree',
			createTime: time(startedAt),
			businessId: `2026${String(number).padStart(8, '0')}`,
			originatorUserId: 'ann',
			tasks: steps.map((one) => task(number, one, time)),
			operationRecords: [
				{ date: time(startedAt), userId: 'ann', type: 'START_PROCESS_INSTANCE', result: 'NONE' },
				...steps.filter(({ to }) => to !== null).map((one) => record(one, time)),
			],
			formComponentValues: [{ id: 'f1', name: 'Amount', value: String(number) }],
		},
	});

const approvals = month(70);

export const fixture = ({ zIs = 'utc' } = {}) => ({
	name: 'dingtalk',
	now,
	system: (options = {}) =>
		dingtalk({
			data: { processes: [CODE], instances: approvals.map(instance(timeOf(zIs))) },
			apps: { dingsandbox: 'dingtalk-secret-1' },
			tokens: [TOKEN],
			pace: 10000,
			now: () => Date.parse(now),
			...options,
		}),
	credentials: { appKey: 'dingsandbox', appSecret: 'dingtalk-secret-1', sessionToken: TOKEN },
	sign: ({ sessionToken }) => ({ headers: { 'x-acs-dingtalk-access-token': sessionToken } }),
	streams: {
		approvals: {
			parameters: { processCodes: CODE },
			list: '/instanceIds/query',
			history: '/processInstances?',
			evidence: approvals.flatMap(({ number, steps }) =>
				steps.map((one) => evidenceOf(`${idOf(number)}/${taskId(number, one)}`, one)),
			),
		},
	},
});
