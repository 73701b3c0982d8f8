// What a payroll has for each person: fixed compensations by name, and the version that a change has to name.
import { createHash } from 'node:crypto';

const FIELDS = ['employee_uuid', 'version', 'excluded', 'fixed_compensations'];
const MOST = 100;

const isZero = (amount) => !/[1-9]/.test(amount);

/** Of everything that can be changed. */
export const versionOf = ({ fixed, excluded }) =>
	createHash('md5')
		.update(JSON.stringify([fixed, excluded]))
		.digest('hex');

/** As it is answered; only a prepared payroll tells versions. */
export const shown = (part, withVersion) => ({
	...{ employee_uuid: part.employee_uuid, excluded: part.excluded, hourly_compensations: [] },
	fixed_compensations: part.fixed.filter(({ amount }) => !isZero(amount)),
	...(withVersion ? { version: versionOf(part) } : {}),
});

/** Why the body of a change is not one; undefined: it is. */
export function wrongChange(body, names) {
	const changes = body?.employee_compensations;
	if (!Array.isArray(changes) || changes.length === 0) return 'employee_compensations is missing';
	if (changes.length > MOST) return `no more than ${MOST} employee_compensations at a time`;
	for (const change of changes) {
		const field = Object.keys(change).find((name) => !FIELDS.includes(name));
		if (field !== undefined) return `${field} is not known`;
		for (const { name, amount } of change.fixed_compensations ?? []) {
			if (!names.includes(name)) return `${name} is not a valid fixed compensation`;
			if (typeof amount !== 'string' || !/^\d+\.\d\d$/.test(amount))
				return `the amount of ${name} is not one`;
		}
	}
	return undefined;
}

/** A name is the identifier of an amount: one that is there is replaced, 0 is not kept. */
export const changed = (part, { fixed_compensations: given = [] }) => {
	const names = given.map(({ name }) => name);
	const others = part.fixed.filter(({ name }) => !names.includes(name));
	return { ...part, fixed: [...others, ...given.filter(({ amount }) => !isZero(amount))] };
};
