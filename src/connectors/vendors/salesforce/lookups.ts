import { z } from 'zod';
import type { Session } from '../../engine/session';
import type { Lookup, System } from '../../engine/stream';
import { readMilestoneTypes } from './milestones';
import { explain } from './refusal';
import { quoted, readRows, resource } from './soql';
import { statesRows, type StateObject } from './states';

const field = z.object({
	name: z.string(),
	label: z.string(),
	type: z.string(),
	picklistValues: z
		.array(z.object({ value: z.string(), label: z.string().nullish(), active: z.boolean() }))
		.nullish(),
});
type Field = z.infer<typeof field>;

/** The fields that the user may see. Docs: REST API → sObject Describe */
const readFields = async (session: Session, object: string): Promise<readonly Field[]> =>
	(
		await session.ask({
			about: `Salesforce fields of ${object}`,
			wire: z.object({ fields: z.array(field) }),
			explain,
			request: resource(session, `sobjects/${object}/describe`),
		})
	).fields;

/** Made of several values: an address, a place on the map, a file. */
const compound: ReadonlySet<string> = new Set(['address', 'location', 'base64', 'complexvalue']);
const numbers: ReadonlySet<string> = new Set(['int', 'double']);

const fieldsOf =
	(object: string, fits: (type: string) => boolean = (type) => !compound.has(type)): Lookup =>
	async (session) =>
		(await readFields(session, object))
			.filter(({ type }) => fits(type))
			.map(({ name, label }) => ({ value: name, label, description: name }));

const recordType = z.object({ Id: z.string(), Name: z.string() });

const recordTypesOf =
	(object: string): Lookup =>
	async (session) =>
		(
			await readRows(session, {
				about: 'Salesforce record types',
				row: recordType,
				select: Object.keys(recordType.shape),
				from: 'RecordType',
				where: [`SobjectType = ${quoted(object)}`],
			})
		).map(({ Id, Name }) => ({ value: Id, label: Name }));

const statesOf =
	(from: StateObject): Lookup =>
	async (session) =>
		(await statesRows(session, from)).map(({ ApiName, MasterLabel }) => ({
			value: ApiName ?? MasterLabel,
			label: MasterLabel,
		}));

const taskSubtypes: Lookup = async (session) =>
	(await readFields(session, 'Task'))
		.filter(({ name }) => name === 'TaskSubtype')
		.flatMap(({ picklistValues }) => picklistValues ?? [])
		.filter(({ active }) => active)
		.map(({ value, label }) => ({ value, label: label ?? value }));

const milestones: Lookup = async (session) =>
	(await readMilestoneTypes(session)).map(({ Id, Name }) => ({ value: Id, label: Name }));

export const lookups: NonNullable<System['lookups']> = {
	opportunityRecordTypes: recordTypesOf('Opportunity'),
	taskRecordTypes: recordTypesOf('Task'),
	caseRecordTypes: recordTypesOf('Case'),
	opportunityFields: fieldsOf('Opportunity'),
	taskFields: fieldsOf('Task'),
	caseFields: fieldsOf('Case'),
	opportunityNumbers: fieldsOf('Opportunity', (type) => numbers.has(type)),
	taskNumbers: fieldsOf('Task', (type) => numbers.has(type)),
	caseNumbers: fieldsOf('Case', (type) => numbers.has(type)),
	taskStatuses: statesOf('TaskStatus'),
	caseStatuses: statesOf('CaseStatus'),
	taskSubtypes,
	milestones,
};
