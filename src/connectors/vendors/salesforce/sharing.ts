import { z } from 'zod';
import { outcomeOf, SourceProblem } from '../../engine/problem';
import type { Session } from '../../engine/session';
import { explain } from './refusal';
import { among, quoted, readRows, resource } from './soql';

const about = 'Salesforce sharing';

/** The user whom the token is for: the last part of its identity address. Docs: REST API → List Available REST Resources */
async function readUserId(session: Session): Promise<string> {
	const { identity } = await session.ask({
		about: 'Salesforce resources',
		wire: z.object({ identity: z.string() }),
		explain,
		request: resource(session, ''),
	});
	return identity.slice(identity.lastIndexOf('/') + 1);
}

const model = z.object({
	QualifiedApiName: z.string(),
	InternalSharingModel: z.string().nullish(),
});

/** Of these everybody sees everything only where the org-wide default says so. */
async function readPrivate(session: Session, objects: readonly string[]): Promise<string[]> {
	const models = await readRows(session, {
		about,
		row: model,
		select: Object.keys(model.shape),
		from: 'EntityDefinition',
		where: [among('QualifiedApiName', objects)],
	});
	const isPublic = (object: string): boolean =>
		models.some(
			({ QualifiedApiName: name, InternalSharingModel: told }) =>
				name === object && /^Read/.test(told ?? ''),
		);
	return objects.filter((object) => !isPublic(object));
}

const assignment = z.object({
	PermissionSetId: z.string(),
	PermissionSet: z.object({ PermissionsViewAllData: z.boolean() }),
});

const readAssignments = async (session: Session) =>
	await readRows(session, {
		about: 'Salesforce permission sets of the user',
		row: assignment,
		select: ['PermissionSetId', 'PermissionSet.PermissionsViewAllData'],
		from: 'PermissionSetAssignment',
		where: [`AssigneeId = ${quoted(await readUserId(session))}`],
	});

const permission = z.object({ SobjectType: z.string() });

const readViewAll = async (session: Session, sets: readonly string[], objects: readonly string[]) =>
	(
		await readRows(session, {
			about: 'Salesforce object permissions of the user',
			row: permission,
			select: Object.keys(permission.shape),
			from: 'ObjectPermissions',
			where: [
				among('ParentId', sets),
				among('SobjectType', objects),
				'PermissionsViewAllRecords = true',
			],
		})
	).map(({ SobjectType }) => SobjectType);

const shortfall = (found: string, remedy: string): SourceProblem =>
	new SourceProblem({ kind: 'refused', lacksRight: true, about, found, remedy });

const unknown = (): SourceProblem =>
	shortfall(
		'the user may not read its own permission sets, so nobody can tell whether it sees all records',
		'Give it View Setup and Configuration in a permission set, beside View All',
	);

/** A user without View All gets fewer records, without an error. */
export async function checkSeesAll(session: Session): Promise<void> {
	const hidden = await readPrivate(session, ['Opportunity', 'Case']);
	const assigned = await outcomeOf(readAssignments(session));
	if (!assigned.ok) throw assigned.error.problem.lacksRight ? unknown() : assigned.error;
	const sets = assigned.value;
	if (sets.length === 0) throw unknown(); // everybody has that of the profile
	if (sets.some(({ PermissionSet }) => PermissionSet.PermissionsViewAllData)) return;
	const ids = sets.map(({ PermissionSetId }) => PermissionSetId);
	const seen = hidden.length * ids.length === 0 ? [] : await readViewAll(session, ids, hidden);
	const missing = hidden.filter((object) => !seen.includes(object));
	throw shortfall(
		`the user gets only a part of ${[...missing, 'Task'].join(', ')}, without an error`,
		`Give it View All Data in a permission set${missing.length === 0 ? '' : `; View All on ${missing.join(' and ')} is enough where tasks are not read`}`,
	);
}
