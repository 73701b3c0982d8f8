// Supplier invoices in a Tryton with a company: its books, and two accountants who validate, post, pay and cancel.
import { date, decimal, rpcOf, SECRET, several } from './values.mjs';

const ONE = [0, 1, null];

/** The chart of accounts that Tryton brings, a fiscal year with its periods, and a way to pay from the bank. */
async function books(rpc, context, company) {
	const make = async (model, row) => (await rpc(`model.${model}.create`, [row], context))[0];
	const one = async (model, domain) =>
		(await rpc(`model.${model}.search`, domain, ...ONE, context))[0];
	const [chart] = await rpc('wizard.account.create_chart.create', context);
	const step = async (data, state) =>
		await rpc('wizard.account.create_chart.execute', chart, data, state, context);
	const account_template = await one('account.account.template', [['parent', '=', null]]);
	await step({ account: { company, account_template } }, 'create_account');
	const account = async (type) => await one('account.account', [[`type.${type}`, '=', true]]);
	const [payable, expense] = [await account('payable'), await account('expense')];
	const account_receivable = await account('receivable');
	await step(
		{ properties: { company, account_receivable, account_payable: payable } },
		'create_properties',
	);
	const sequence = async (model, name) =>
		await make(model, {
			...{ name, company },
			sequence_type: await one('ir.sequence.type', [['name', '=', name]]),
		});
	const invoices = await sequence('ir.sequence.strict', 'Invoice');
	const year = await make('account.fiscalyear', {
		...{ name: '2026', company, start_date: date(1, 1), end_date: date(12, 31) },
		post_move_sequence: await sequence('ir.sequence', 'Account Move'),
		invoice_sequences: [
			[
				'create',
				[
					{
						...{ company, in_invoice_sequence: invoices, in_credit_note_sequence: invoices },
						...{ out_invoice_sequence: invoices, out_credit_note_sequence: invoices },
					},
				],
			],
		],
	});
	await rpc('model.account.fiscalyear.create_period', [year], context);
	const bank = await one('account.account', [['name', 'ilike', '%cash%']]);
	const payment_method = await make('account.invoice.payment.method', {
		...{ name: 'Bank', company, journal: await one('account.journal', [['type', '=', 'cash']]) },
		...{ credit_account: bank, debit_account: bank },
	});
	const journal = await one('account.journal', [['type', '=', 'expense']]);
	return { payable, expense, journal, payment_method };
}

/** Users of the groups for accounting, who work in the company. */
async function accountants(rpc, company) {
	const groups = await rpc(
		'model.res.group.search',
		[['name', 'ilike', 'account%']],
		...[0, 9, null],
		{},
	);
	const user = (login) => ({
		...{ name: login, login, email: `${login}@corp.test`, password: SECRET, company },
		...{ companies: [['add', [company]]], groups: [['add', groups]] },
	});
	await rpc('model.res.user.create', ['wang.li', 'li.na'].map(user), {});
}

/** Nine invoices: two drafts, two validated, two posted, two paid, one cancelled after it was validated. */
export async function seedInvoices(url, rpc, { company, currency, client }) {
	const context = await rpc('model.res.user.get_preferences', true, {});
	const { payable, expense, journal, payment_method } = await books(rpc, context, company);
	await accountants(rpc, company);
	const [invoice_address] = await rpc(
		'model.party.address.create',
		[{ party: client, street: 'Road 1' }],
		context,
	);
	const line = (index) => ({
		...{ type: 'line', description: 'taxi', quantity: 1, unit_price: decimal(20 + index) },
		...{ account: expense, currency, company, invoice_type: 'in' },
	});
	const ids = await rpc(
		'model.account.invoice.create',
		several(9, (index) => ({
			...{ type: 'in', company, party: client, currency, account: payable, invoice_address },
			...{ journal, invoice_date: date(10, 1 + index), reference: `R${index}` },
			lines: [['create', [line(index)]]],
		})),
		context,
	);
	for (const [at, login] of ['wang.li', 'li.na'].entries()) {
		const own = rpcOf(url, login, SECRET);
		const theirs = await own('model.res.user.get_preferences', true, {});
		const mine = ids.slice(2).filter((_id, index) => index % 2 === at);
		await own('model.account.invoice.validate_invoice', mine, theirs);
		await own('model.account.invoice.post', mine.slice(1, 3), theirs);
		await pay(own, theirs, mine[1], { company, currency, payment_method });
		if (mine[3]) await own('model.account.invoice.cancel', [mine[3]], theirs);
	}
}

/** The wizard that pays an invoice in full. */
async function pay(rpc, context, invoice, { company, currency, payment_method }) {
	const of = { active_model: 'account.invoice', active_id: invoice, active_ids: [invoice] };
	const given = { ...context, ...of };
	const fields = ['amount_to_pay', 'account'];
	const [row] = await rpc('model.account.invoice.read', [invoice], fields, context);
	const [wizard] = await rpc('wizard.account.invoice.pay.create', given);
	const start = {
		...{ amount: row.amount_to_pay, currency, currency_digits: 2, company, payment_method },
		...{ invoice_account: row.account, date: date(10, 20), description: 'paid' },
	};
	await rpc('wizard.account.invoice.pay.execute', wizard, { start }, 'choice', given);
}
