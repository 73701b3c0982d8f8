import { byCodeUnit } from '../../domain/kernel/canonicalJson';
import type { PayProblem } from '../../domain/pay/payProblem';
import type { Objection } from '../../items/objectionInput';
import type { OpenObjections } from './objectionWays';
import type { CheckedSettings } from './payRequest';

const told: {
	readonly [way in OpenObjections]: { readonly found: string; readonly remedy: string };
} = {
	payNobody: {
		found: 'is not decided',
		remedy: 'Decide it, or set Open Objections to pay the others or to pay as scored',
	},
	payOthers: {
		found: 'is not decided: the person is left out',
		remedy: 'Decide it, then preview and sync again: who is paid stays as is',
	},
	payAsScored: {
		found: 'is not decided: the person is paid as scored',
		remedy: 'Decide it; what changes is paid as a revision',
	},
};

/** Who objects to the period's scorecard and has no answer yet, with what that means for the batch. */
export function openObjections(
	objections: readonly Objection[],
	{ period, openObjections: way }: CheckedSettings,
): { readonly leftOut: ReadonlySet<string>; readonly problems: readonly PayProblem[] } {
	const open = objections.filter((it) => it.isOpen && it.period === period);
	const people = [...new Set(open.map((it) => it.employeeId))].sort(byCodeUnit);
	const problems = people.map((employeeId) => {
		const about = open
			.filter((it) => it.employeeId === employeeId && it.indicator !== '')
			.map((it) => it.indicator);
		const what = about.length === 0 ? '' : ` to ${[...new Set(about)].sort(byCodeUnit).join(', ')}`;
		return {
			code: 'pay.openObjection',
			employeeId,
			message: `${employeeId}: the objection${what} ${told[way].found}`,
			remedy: told[way].remedy,
			blocks: way === 'payNobody',
		};
	});
	return { leftOut: new Set(way === 'payOthers' ? people : []), problems };
}
