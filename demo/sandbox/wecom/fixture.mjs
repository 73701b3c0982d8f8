// A small month in WeCom, with what the connector must make of it.
import { evidenceOf, month, now } from '../approvals/month.mjs';
import { wecom } from '../wecom.mjs';

const TEMPLATE = '3Tka1eD6v6JfzhDMqPd3aMkFdxqtJMc2ZRioeFXkaaa';
const TOKEN = 'sandbox-wecom';
const numberOf = (number) => `20261000${String(number).padStart(4, '0')}`;

const approverState = { pass: 2, reject: 3, handOn: 4, return: 11 };
const formState = { rejected: 3, waiting: 1, nobody: 1, withdrawn: 4, returned: 1 };

const detail = ({ who, how, to }) => ({
	approver: { userid: who },
	speech: '',
	sp_status: approverState[how] ?? 1,
	sptime: to === null ? 0 : to / 1000,
	media_id: [],
});

/** What WeCom keeps of the steps: after a return, the step that returned it and nothing of what came before it anew. */
const kept = ({ way, steps }) => (way === 'returned' ? steps.slice(0, 2) : steps);

/** The last state of a step is the step's; those that are to come wait too. */
const nodes = (approval) => {
	const states = [1, 2].map((place) => kept(approval).filter(({ step }) => step === place));
	return states.map((steps) => ({
		sp_status: steps.length === 0 ? 1 : detail(steps.at(-1)).sp_status,
		approverattr: 1,
		details: (steps.length === 0 ? [{ who: 'wu', how: 'wait', to: null }] : steps).map(detail),
	}));
};

const form = (approval) => ({
	sp_no: numberOf(approval.number),
	sp_name: 'Payment',
	sp_status: formState[approval.way] ?? 2,
	template_id: TEMPLATE,
	apply_time: approval.startedAt / 1000,
	applyer: { userid: approval.number % 3 === 0 ? 'zoe' : 'ann', partyid: '2' },
	sp_record: nodes(approval),
	notifyer: [],
	apply_data: {
		contents: [{ control: 'Money', id: 'Money-1', title: [], value: { new_money: '12.50' } }],
	},
	comments: [],
});

/** A step's start is told only where nothing but plain agreement and rejection came before it and in it. */
const isPlain = ({ way }, { step }) => !(way === 'handedOn' || (way === 'returned' && step === 2));

const told = (approval) => (one) => ({
	...evidenceOf(`${numberOf(approval.number)}/${one.step}/${one.who}`, {
		...one,
		from: isPlain(approval, one) ? one.from : null,
	}),
	// Where a return leads to is not told.
	...(approval.way === 'returned' && one.step === 1 ? { errors: null } : {}),
});

const approvals = month(230);

export const fixture = () => ({
	name: 'wecom',
	now,
	system: (options = {}) =>
		wecom({
			data: { forms: approvals.map(form) },
			secrets: { wwsandbox: 'wecom-secret-1' },
			tokens: [TOKEN],
			pace: 10000,
			...options,
		}),
	credentials: { corpId: 'wwsandbox', corpSecret: 'wecom-secret-1', sessionToken: TOKEN },
	sign: ({ sessionToken }) => ({ query: { access_token: sessionToken } }),
	streams: {
		approvals: {
			parameters: {},
			list: '/oa/getapprovalinfo',
			history: '/oa/getapprovaldetail',
			evidence: approvals.flatMap((approval) => kept(approval).map(told(approval))),
		},
	},
});
