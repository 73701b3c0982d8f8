import { timeZone } from '../../src/app/timeZone';
import {
	certainSteps,
	formerStages,
	inGoneStage,
	withFormer,
	type Stages,
} from '../../src/connectors/engine/formerStages';
import { readParameters } from '../../src/connectors/engine/parameters';
import type { Change } from '../../src/connectors/engine/steps';
import { opportunityKind } from '../../src/connectors/vendors/espocrm/kinds';
import { recordItem } from '../../src/connectors/vendors/espocrm/record';
import { issueItem } from '../../src/connectors/vendors/redmine/issueItem';
import { stagesOf } from '../../src/connectors/vendors/redmine/read';
import { hour, readDeal, told } from './hubspotDeal';

/** '9 A, 17 B' → the property became A at 9 and B at 17. */
const changes = (text: string): readonly Change[] =>
	text
		.split(', ')
		.map((one) => ({ at: Number(one.split(' ')[0]), value: one.split(' ')[1] ?? '' }));

const present: Stages = {
	isClosed: (stage) => stage === 'closed',
	isKnown: (stage) => ['', 'new', 'closed'].includes(stage),
};
const settled = (given: object): Stages => {
	const settings = readParameters(formerStages, { ...given });
	if (!settings.ok) throw new Error(settings.problems[0]?.message);
	return withFormer(present, settings.value);
};

describe('a record that was in a stage which is no longer there', () => {
	const closed = { formerClosedStages: ['gone'] };
	const open = { formerOpenStages: 'gone, other' };
	const moved = '8 new, 10 gone, 30 closed';
	it.each([
		{ stages: moved, given: {}, is: undefined },
		{ stages: moved, given: closed, is: { closedAt: 10, reopened: 0 } },
		{ stages: moved, given: open, is: { closedAt: 30, reopened: 0 } },
		{ stages: '8 new, 10 gone, 30 new', given: {}, is: undefined },
		{ stages: '8 new, 10 gone, 30 new', given: closed, is: { closedAt: undefined, reopened: 1 } },
		{ stages: '8 new, 10 gone, 30 new', given: open, is: { closedAt: undefined, reopened: 0 } },
		// It makes no difference: another owner has had it since.
		{ stages: '6 new, 7 gone, 8 new', given: {}, is: { closedAt: undefined, reopened: 0 } },
		{ stages: '8 , 30 closed', given: {}, is: { closedAt: 30, reopened: 0 } },
		// What is there still means what the system says.
		{ stages: '8 closed', given: { formerOpenStages: 'closed' }, is: { closedAt: 8 } },
		{ stages: '8 new', given: { formerClosedStages: 'new' }, is: { closedAt: undefined } },
	])('$stages with $given', ({ stages, given, is }) => {
		const steps = certainSteps(changes('5 B, 9 A'), changes(stages), settled(given));
		if (is === undefined) expect(steps).toBeUndefined();
		else expect(steps).toMatchObject(is);
	});

	it('is told by the name of the stage, with the way out', () =>
		expect(inGoneStage('7', changes(moved), present)).toEqual({
			recordId: '7',
			unclear: expect.stringMatching(/^it was in 'gone', which is no longer there/),
			remedy: 'Name it in Former Closed Stages or in Former Open Stages',
		}));
});

describe('HubSpot deals that were moved out of a closed stage before it was deleted', () => {
	const dealstage = [told('won', 9), told('oldwon', 2), told('new', 1), told('', 0)];
	const read = async (parameters: object) => await readDeal({ dealstage }, parameters);

	it('are a gap, until the settings say what the stage was', async () => {
		const { evidence, coverage } = await read({});
		expect(evidence).toEqual([]);
		expect(coverage.gap).toMatch(/first: 7\): it was in 'oldwon'.+Name it in Former Closed Stages/);
	});

	it.each([
		{ given: { formerClosedStages: ['oldwon'] }, completedAt: hour(2) },
		{ given: { formerOpenStages: ['oldwon'] }, completedAt: hour(9) },
	])('with $given are done at $completedAt', async ({ given, completedAt }) => {
		const { evidence, coverage } = await read(given);
		expect(coverage).toMatchObject({ complete: true });
		expect(evidence).toMatchObject([{ status: 'done', handler: 'li@x.example', completedAt }]);
	});
});

it('a Redmine issue that was in a deleted status is told where it matters', async () => {
	const statuses = [
		{ id: 1, name: 'New', is_closed: false },
		{ id: 5, name: 'Closed', is_closed: true },
	];
	const zone = timeZone('Asia/Shanghai');
	if (!zone) throw new Error('Asia/Shanghai exists');
	const to = (id: number, from: string, into: string) => ({
		...{ id, created_on: id * 1000 },
		details: [{ property: 'attr', name: 'status_id', old_value: from, new_value: into }],
	});
	const named = { id: 1, name: 'x' };
	const story = {
		...{ id: 3, project: named, tracker: named, status: { id: 5, name: 'Closed' } },
		...{ assigned_to: { id: 2 }, created_on: 0, updated_on: 9000 },
		journals: [to(1, '1', '9'), to(8, '9', '5')],
	};
	const never = () => false;
	const of = {
		...stagesOf(statuses),
		...{ statuses, pauses: never, cancels: never, zone, fields: [], baseUrl: 'https://a.example' },
		accountOf: async (id: string) => await Promise.resolve(id),
	};
	expect(await issueItem(story, of)).toMatchObject({ unclear: expect.stringContaining("in '9'") });
	const isKnown = () => true;
	expect(await issueItem(story, { ...of, isKnown })).toMatchObject({ completedAt: 8000 });
});

it('an EspoCRM record that had a deleted status is told where it matters', () => {
	const note = (number: number, type: string, data: object) => ({
		...{ id: String(number), number, type, createdAt: number * 1000, data },
		...{ createdById: 'u', parentType: 'Opportunity', parentId: 'o', isInternal: false },
	});
	const attributes = (was: string, became: string) => ({
		attributes: { was: { stage: was }, became: { stage: became } },
	});
	const notes = [
		note(1, 'Create', { statusValue: 'Open', assignedUserId: 'li' }),
		note(2, 'Update', attributes('Open', 'Signed')),
		note(8, 'Update', attributes('Signed', 'Closed Won')),
	];
	const row = {
		...{ id: 'o', createdAt: 1000, modifiedAt: 9000 },
		...{ assignedUserId: 'li', stage: 'Closed Won' },
	};
	const never = () => false;
	const of = {
		isClosed: (status: string) => status === 'Closed Won',
		isKnown: (status: string) => status !== 'Signed',
		...{ isCancelled: never, pauses: never, kind: opportunityKind, kept: [], zone: undefined },
		...{ baseUrl: 'https://a.example', accountOf: (id: string) => id, firstReply: () => undefined },
	};
	expect(recordItem(row, notes, of)).toMatchObject({
		unclear: expect.stringContaining("in 'Signed'"),
	});
	expect(recordItem(row, notes, { ...of, isKnown: () => true })).toMatchObject({
		completedAt: 8000,
	});
});
