import { z } from 'zod';
import type { Session } from '../../engine/session';
import { readFields, readRecords } from './rpc';
import { text } from './values';

/** Which of Odoo's payrolls it is: the OCA's and that of Odoo Enterprise have the same models. */
export interface Variant {
	/** Enterprise has types of inputs; in the OCA's each input has its code. */
	readonly typed: boolean;
	/** The field of a slip that names the contract: a version of the employee from Odoo 19 on. */
	readonly contract: 'contract_id' | 'version_id';
	/** The field by which an input has to name the contract too. */
	readonly ofInput: 'contract_id' | 'version_id' | undefined;
}

const contracts = ['version_id', 'contract_id'] as const;

/** Whether slips lead to versions of the employee or to contracts. */
export async function readContractField(session: Session): Promise<Variant['contract']> {
	const known = await readFields(session, 'hr.payslip', contracts);
	return known.has('version_id') ? 'version_id' : 'contract_id';
}

/** Code: OCA payroll/models/hr_payslip_input.py; Enterprise hr_payroll/models/hr_payslip_input.py */
export async function readVariant(session: Session): Promise<Variant> {
	const known = await readFields(session, 'hr.payslip.input', ['input_type_id', ...contracts]);
	const typed = known.has('input_type_id');
	return {
		typed,
		contract: await readContractField(session),
		ofInput: typed ? undefined : contracts.find((name) => known.has(name)),
	};
}

const coded = z.object({ id: z.number(), code: text });

/** Those of the codes that payroll knows, each with the number of what declares it. */
export async function readCodes(
	session: Session,
	typed: boolean,
	codes: readonly string[],
): Promise<ReadonlyMap<string, number>> {
	const found = await readRecords(session, {
		...{ fields: ['code'], wire: coded, domain: [['code', 'in', codes]] },
		...(typed
			? { about: 'types of payslip inputs', model: 'hr.payslip.input.type' }
			: { about: 'inputs of salary rules', model: 'hr.rule.input' }),
	});
	return new Map(found.flatMap(({ id, code }) => (code === undefined ? [] : [[code, id]])));
}

/** A correction has a code of its own: of two inputs with one code a salary rule may see only the last. */
export const codeOf = (component: string, revision: number): string =>
	revision === 0 ? component : `${component}_${revision}`;

/** Whether the code is the component's, or that of a correction of it. */
export const isOf = (component: string, code: string): boolean =>
	code === component ||
	(code.startsWith(`${component}_`) && /^[1-9]\d?$/.test(code.slice(component.length + 1)));
