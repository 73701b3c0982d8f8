import { byCodeUnit } from '../../domain/kernel/canonicalJson';
import { moneyText } from '../../domain/kernel/money';
import type { PayProblem } from '../../domain/pay/payProblem';
import type { BaseToPay } from '../../items/payInput';
import { repeated } from './resultChecks';

/** For whom and when a base is wanted. */
export interface BaseTerms {
	readonly system: string;
	/** YYYY-MM-DD, first and last day of the period. */
	readonly from: string;
	readonly to: string;
	/** A person without a base stops the batch. */
	readonly blocks: boolean;
}

export interface Bases {
	readonly ofEmployee: ReadonlyMap<string, BaseToPay>;
	readonly problems: readonly PayProblem[];
}

const amountOf = ({ base }: BaseToPay): string => moneyText(base);

const same = (a: BaseToPay, b: BaseToPay): boolean =>
	amountOf(a) === amountOf(b) && a.remoteEmployeeId === b.remoteEmployeeId;

/** The base of each of these people that holds at the end of the period: the latest that begins by then. */
export function chooseBases(
	employeeIds: readonly string[],
	all: readonly BaseToPay[],
	terms: BaseTerms,
): Bases {
	const ofEmployee = new Map<string, BaseToPay>();
	const problems: PayProblem[] = [];
	const problem = (code: string, employeeId: string, message: string, remedy: string) =>
		problems.push({ code: `pay.${code}`, employeeId, message, remedy, blocks: terms.blocks });
	const listed = new Map<string, BaseToPay[]>();
	for (const base of all)
		listed.set(base.employeeId, [...(listed.get(base.employeeId) ?? []), base]);

	for (const id of employeeIds) {
		const bases = (listed.get(id) ?? []).filter(
			(it) => it.system === '' || it.system === terms.system,
		);
		const begun = bases.filter((it) => it.from <= terms.to);
		const [base, ...rest] = begun.sort((a, b) => byCodeUnit(b.from, a.from));
		if (base === undefined) {
			const [first] = bases.sort((a, b) => byCodeUnit(a.from, b.from));
			const why = first === undefined ? '' : `; the first begins on ${first.from}`;
			const remedy = 'Set the base in payroll or in the table of bases, and get base pay again';
			problem('baseMissing', id, `${id} has no base pay by ${terms.to}${why}`, remedy);
		} else if (rest.some((it) => it.from === base.from && !same(it, base))) {
			const found = begun.filter((it) => it.from === base.from).map(amountOf);
			const message = `${id} has more than one base pay from ${base.from || 'the start'}: ${found.join(', ')}`;
			problem('baseDuplicate', id, message, 'Keep the one that is right');
		} else {
			ofEmployee.set(id, base);
			problems.push(...startNotice(base, terms));
		}
	}
	return { ofEmployee: withoutShared(ofEmployee, problem), problems };
}

function startNotice(base: BaseToPay, terms: BaseTerms): readonly PayProblem[] {
	if (base.from <= terms.from) return [];
	return [
		{
			code: 'pay.baseStartsInPeriod',
			employeeId: base.employeeId,
			message: `${base.employeeId}: the base ${amountOf(base)} holds from ${base.from} on, and pays the whole month`,
			remedy: 'Check that it is the base to pay this month from',
			blocks: false,
		},
	];
}

function withoutShared(
	ofEmployee: ReadonlyMap<string, BaseToPay>,
	problem: (code: string, employeeId: string, message: string, remedy: string) => void,
): ReadonlyMap<string, BaseToPay> {
	const shared = new Set(repeated([...ofEmployee.values()].map((it) => it.remoteEmployeeId)));
	const own = [...ofEmployee].filter(([id, { remoteEmployeeId }]) => {
		if (!shared.has(remoteEmployeeId)) return true;
		const message = `${id} and somebody else lead to the same person of payroll, ${remoteEmployeeId}`;
		problem('payrollPersonShared', id, message, 'Correct the accounts of both');
		return false;
	});
	return new Map(own);
}
