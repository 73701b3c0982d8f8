// Salesforce as built, over HTTP, against the sandbox. Run: npm run build && node --test test/contract/*.mjs
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixture as fixtureOf } from '../../demo/sandbox/salesforce/fixture.mjs';
import { assertMonth, assertNoSecret, reading } from './reading.mjs';

const fixture = fixtureOf();
const planned = (stream) => fixture.streams[stream].evidence;
const withOptions = async (options, use) => await reading(fixture, { options }, use);
const plainly = async (use) => await reading(fixture, {}, use);

const numberOf = ({ recordId }) => Number(recordId.slice(5, 15));
const inOrder = (evidence) => [...evidence].sort((a, b) => numberOf(a) - numberOf(b));
const hour = (text) => (text === null ? '-' : text.slice(5, 13));
const lineOf = ({ handler, status, assignedAt, completedAt, errors }) =>
	`${handler} ${status} ${hour(assignedAt)} ${hour(completedAt)} ${errors}`;
const firstLines = (evidence, count) => inOrder(evidence).slice(0, count).map(lineOf);
const one = (evidence, number) => evidence.find((item) => numberOf(item) === number);

/** Changes one row of one object before the system starts. */
const changing = (object, fits, more) => ({
	change: (data) => ({
		...data,
		[object]: data[object].map((row, at) => (fits(row, at) ? { ...row, ...more(row) } : row)),
	}),
});
const isOf = (number) => (row) =>
	[row.Id, row.OpportunityId, row.CaseId].some((id) => Number(id?.slice(5, 15)) === number);

describe('the month', () => {
	for (const stream of ['opportunities', 'tasks', 'cases'])
		test(`${stream}: every planned record comes as planned`, async () =>
			await plainly(async ({ read }) => {
				const outcome = await read({}, stream);
				assertMonth(outcome, planned(stream));
				const { received, expected, pages } = outcome.coverage;
				assert.deepEqual([received, expected], [planned(stream).length, received]);
				assert.equal(pages, Math.ceil(received / 100));
			}));

	test('opportunities: the first eight, by hand', async () =>
		await plainly(async ({ read }) => {
			const { evidence } = await read();
			assert.deepEqual(firstLines(evidence, 8), [
				'wu@x.example done 10-05T03 10-05T09 0', // lost
				'li@x.example done 10-05T08 10-05T10 0', // handed on by Chen
				'li@x.example done 10-05T07 10-05T12 1', // opened again, won again
				'wu@x.example open 10-05T09 - 0',
				'chen@x.example done 10-05T11 10-05T16 0', // handed on after closing
				'li@x.example cancelled - - null', // deleted
				'wu@x.example done 10-05T15 10-06T00 0',
				'chen@x.example done 10-05T17 10-05T22 0',
			]);
		}));

	test('tasks: the first ten that are listed, by hand', async () =>
		await plainly(async ({ read }) => {
			const { evidence } = await read({}, 'tasks');
			assert.deepEqual(firstLines(evidence, 8), [
				'wu@x.example done - 10-05T23 null',
				'chen@x.example open - - null',
				'li@x.example open - - null',
				'wu@x.example cancelled - - null', // deleted
				'chen@x.example done - 10-05T11 null', // a call
				'chen@x.example cancelled - - null', // deferred; 6 is an e-mail, 7 a series
				'00G5i0000000001AAA open - - null', // in a queue
				'wu@x.example done - 10-06T02 null',
			]);
			assert.equal(one(evidence, 1).dueAt, '2026-10-05T16:00:00.000Z'); // 24:00 in Shanghai
		}));

	test('cases: the first eight, by hand, and what milestones and statuses tell', async () =>
		await plainly(async ({ read }) => {
			const { evidence } = await read({}, 'cases');
			assert.deepEqual(firstLines(evidence, 7), [
				'wu@x.example cancelled 10-05T03 - 0', // a duplicate
				'li@x.example done 10-05T08 10-05T10 0',
				'li@x.example done 10-05T07 10-05T12 1',
				'wu@x.example open 10-05T09 - 0',
				'chen@x.example done 10-05T11 10-05T16 0',
				'li@x.example cancelled - - null', // merged into another
				'wu@x.example done 10-05T16 10-06T00 0', // taken from a queue
			]);
			const { dueAt, firstResponseAt, pauses, resolved } = one(evidence, 7);
			assert.deepEqual(
				[dueAt, firstResponseAt, resolved],
				['2026-10-06T15:00:00.000Z', '2026-10-05T16:00:00.000Z', true],
			);
			assert.deepEqual(pauses, [
				{ from: '2026-10-05T17:00:00.000Z', to: '2026-10-06T00:00:00.000Z', reason: 'On Hold' },
			]);
			assert.equal(one(evidence, 1).resolved, null);
		}));
});

describe('settings', () => {
	test('won only: lost ones do not count', async () =>
		await plainly(async ({ read }) => {
			const { evidence } = await read({ doneWhen: 'won' });
			assert.deepEqual([one(evidence, 1).status, one(evidence, 2).status], ['cancelled', 'done']);
		}));

	test('fields, error field, record types, and the account of the user', async () =>
		await plainly(async ({ read }) => {
			const { evidence, coverage } = await read({
				fields: 'Amount, Region__c',
				errorField: 'Confirmed_Errors__c',
				recordTypes: '0125i0000000001AAA',
				handlerAs: 'username',
			});
			assert.equal(coverage.received, 115);
			const { fields, errors, handler } = one(evidence, 10);
			assert.deepEqual(fields, { Amount: 1200.5, Region__c: 'West' });
			assert.deepEqual([errors, handler], [2, 'chen@x.example.crm']);
			assert.equal(one(evidence, 2).errors, null);
			const byId = await read({ handlerAs: 'id' });
			assert.equal(one(byId.evidence, 2).handler, '0055i0000000001AAA');
		}));

	test('the owner now, where the history of owners is not kept', async () => {
		const untracked = changing(
			'FieldDefinition',
			() => true,
			() => ({ IsFieldHistoryTracked: false }),
		);
		await withOptions(untracked, async ({ read }) => {
			const { coverage } = await read();
			assert.match(
				coverage.gap,
				/history of Opportunity Owner is not kept.*Switch on field history/,
			);
			const now = await read({ ownerFrom: 'now' });
			assert.equal(now.coverage.gap, null);
			assert.equal(lineOf(one(now.evidence, 5)), 'li@x.example done - 10-05T16 0');
		});
	});

	test('when a task was created, where that is when its time begins', async () =>
		await plainly(async ({ read }) => {
			const { evidence } = await read({ assignedFrom: 'created', subtypes: [] }, 'tasks');
			assert.equal(one(evidence, 1).assignedAt, '2026-10-05T03:00:00.000Z');
			assert.equal(one(evidence, 6).status, 'done'); // e-mails too, if all subtypes count
		}));

	const refused = [
		[
			'opportunities',
			{ fields: 'Amount FROM User' },
			/'Amount FROM User' is not the name of a field/,
		],
		['opportunities', { fields: 'Amonut' }, /Give the user Read on Amonut of Opportunity/],
		['tasks', { dueZone: 'Asia/Shangri-La' }, /'Asia\/Shangri-La' is not a time zone/],
		['cases', { pauseStatuses: 'Holding' }, /no status Holding.*Pause Statuses among New, On Hold/],
		['cases', { dueMilestone: '5575i0000000009AAA' }, /no milestone 5575i.*Resolution/],
	];
	for (const [stream, parameters, gap] of refused)
		test(`${JSON.stringify(parameters)} is told`, async () =>
			await plainly(async ({ read }) => {
				const { coverage } = await read(parameters, stream);
				assert.equal(coverage.complete, false);
				assert.match(coverage.gap, gap);
			}));

	test('the panel offers fields, record types, statuses, subtypes and milestones', async () =>
		await plainly(async ({ choices }) => {
			const values = async (lookup) => (await choices(lookup)).map(({ value }) => value);
			assert.deepEqual(await values('opportunityNumbers'), ['Confirmed_Errors__c']);
			assert.equal((await values('opportunityFields')).includes('Amount'), true);
			assert.deepEqual(await values('opportunityRecordTypes'), [
				'0125i0000000001AAA',
				'0125i0000000002AAA',
			]);
			assert.deepEqual(await values('caseStatuses'), ['New', 'On Hold', 'Closed', 'Duplicate']);
			assert.deepEqual(await values('taskSubtypes'), ['Task', 'Email', 'Call']);
			const milestones = (await choices('milestones')).map(({ label }) => label);
			assert.deepEqual(milestones, ['Resolution', 'First Response']);
		}));
});

describe('a history that cannot be relied on is told', () => {
	const broken = {
		'a stage that its history does not lead to': [
			'opportunities',
			changing('Opportunity', isOf(2), () => ({ StageName: 'Prospecting' })),
			/One record could not be told \(first: 0065i0000000002AAA\): its stage history/,
		],
		'an owner that its history does not lead to': [
			'opportunities',
			changing('OpportunityFieldHistory', isOf(2), () => ({ NewValue: '0055i0000000002AAA' })),
			/its owner history does not lead to its present owner.*Owner Now/,
		],
		'a closing that is not in the history': [
			'cases',
			changing('Case', isOf(2), () => ({ ClosedDate: '2026-10-05T09:00:00.000+0000' })),
			/5005i0000000002AAA\): its history does not lead to its present owner, status and closing/,
		],
		'a stage that was deleted, where it matters whether it was closed': [
			'opportunities',
			{
				change: (data) => ({
					...data,
					OpportunityStage: data.OpportunityStage.filter(
						({ ApiName }) => ApiName !== 'Negotiation',
					),
				}),
			},
			/could not be told/,
		],
		'a closed task without its time': [
			'tasks',
			changing('Task', isOf(1), () => ({ CompletedDateTime: null })),
			/closed, but Salesforce does not tell since when/,
		],
	};
	for (const [why, [stream, options, gap]] of Object.entries(broken))
		test(
			why,
			async () =>
				await withOptions(options, async ({ read }) => {
					const { coverage } = await read({}, stream);
					assert.equal(coverage.complete, false);
					assert.match(coverage.gap, gap);
				}),
		);

	test('but a record that goes on while it is read is taken as its history tells', async () => {
		const later = '2026-11-05T01:00:00.000+0000';
		const options = {
			change: (data) => ({
				...data,
				OpportunityHistory: [
					...data.OpportunityHistory,
					{
						...data.OpportunityHistory.find(isOf(4)),
						Id: '0085i9999999999AAA',
						StageName: 'Closed Won',
						CreatedDate: later,
					},
				],
			}),
		};
		await withOptions(options, async ({ read }) => {
			const { evidence, coverage } = await read();
			assert.equal(coverage.gap, null);
			assert.equal(one(evidence, 4).completedAt, '2026-11-05T01:00:00.000Z');
		});
	});

	test('an assignment before all that Salesforce keeps is not known', async () => {
		const old = '2024-10-05T01:00:00.000+0000';
		const options = {
			change: (data) => ({
				...data,
				Opportunity: data.Opportunity.map((row) =>
					isOf(1)(row) ? { ...row, CreatedDate: old } : row,
				),
			}),
		};
		await withOptions(options, async ({ read }) => {
			const { evidence } = await read();
			assert.deepEqual(
				[one(evidence, 1).assignedAt, one(evidence, 1).handler],
				[null, 'wu@x.example'],
			);
		});
	});

	test('IDs of 15 and of 18 characters are one', async () => {
		const short = changing('OpportunityFieldHistory', isOf(2), ({ OldValue, NewValue }) => ({
			OldValue: OldValue.slice(0, 15),
			NewValue: NewValue.slice(0, 15),
		}));
		await withOptions(short, async ({ read }) =>
			assertMonth(await read(), planned('opportunities')),
		);
	});
});

describe('limits', () => {
	test('used up requests are a limit, told once, and nothing is waited for', async () =>
		await withOptions({ mostRequests: 6 }, async ({ read, check, waits }) => {
			const { coverage } = await read();
			assert.match(coverage.gap, /requests of this org for 24 hours are used up/);
			assert.deepEqual(waits, []);
			const { ok, message } = await check();
			assert.equal(ok, false);
			assert.equal(message.match(/used up/g).length, 1);
		}));

	test('too many long requests at once are waited for', async () =>
		await withOptions({ tooMany: 2 }, async ({ read, waits }) => {
			assertMonth(await read(), planned('opportunities'));
			assert.deepEqual(waits, [1000, 2000]);
		}));

	test('no locator is needed for the records; one that expired in a history is told', async () =>
		await withOptions({ locatorLife: 0 }, async ({ read }) => {
			assertMonth(await read({}, 'tasks'), planned('tasks'));
			const { coverage } = await read();
			assert.match(coverage.gap, /rest of the answer has expired/);
		}));

	test('pages of any length, with two hundred IDs in an address', async () => {
		for (const pageRows of [2000, 7])
			await withOptions({ pageRows }, async ({ read }) =>
				assertMonth(await read({}, 'cases'), planned('cases')),
			);
	});
});

describe('rights', () => {
	const notAll = (rights) => ({
		change: (data) => ({
			...data,
			PermissionSetAssignment: data.PermissionSetAssignment.map((row) => ({
				...row,
				'PermissionSet.PermissionsViewAllData': false,
			})),
			ObjectPermissions: rights.map((object, at) => ({
				Id: `1105i000000000${at}AAA`,
				ParentId: '0PS5i0000000001AAA',
				SobjectType: object,
				PermissionsViewAllRecords: true,
			})),
		}),
	});

	test('the test of the credential passes for a user who sees all', async () =>
		await plainly(async ({ check }) => {
			const { ok, message } = await check();
			assert.ok(ok, message);
			assert.match(message, /opportunities with their stages.*tasks, cases with their history/);
		}));

	const missing = [
		[{ hidden: ['Task.CompletedDateTime'] }, /Read on CompletedDateTime of Task/],
		[
			{ hidden: ['CaseHistory2'] },
			/history of cases, page 1: .*INVALID_TYPE.* Read on CaseHistory2/,
		],
		[
			{ hidden: ['OpportunityFieldHistory', 'Case'] },
			/Read on OpportunityFieldHistory in.* Read on Case in/,
		],
		[notAll([]), /only a part of Opportunity, Case, Task, without an error/],
		[
			notAll(['Opportunity', 'Case']),
			/only a part of Task, without an error\. Give it View All Data/,
		],
		[{ hidden: ['PermissionSetAssignment'] }, /nobody can tell whether it sees all.*View Setup/],
		[{ me: '0055i0000000003AAA' }, /nobody can tell whether it sees all/],
	];
	for (const [options, named] of missing)
		test(`it names what is missing: ${named.source}`, async () =>
			await withOptions(options, async ({ check }) => {
				const { ok, message } = await check();
				assert.equal(ok, false);
				assert.match(message, named);
			}));

	test('a field that the user may not see is told in the reading', async () =>
		await withOptions({ hidden: ['Task.CompletedDateTime'] }, async ({ read }) => {
			const { coverage } = await read({}, 'tasks');
			assert.match(
				coverage.gap,
				/INVALID_FIELD.*Read on CompletedDateTime of Task \(field-level security/,
			);
		}));

	test('a wrong token is told without it', async () =>
		await reading(fixture, { credentials: { token: '00D5i!wrong-token-9' } }, async ({ read }) => {
			const outcome = await read();
			assert.match(outcome.coverage.gap, /does not accept the token/);
			assertNoSecret(outcome, ['00D5i!wrong-token-9']);
		}));
});
