// A company in an empty Tryton, made over its API, and users by the rights they have.
import { seedInvoices } from './invoices.mjs';
import { date, decimal, rpcOf, SECRET, several } from './values.mjs';

const ADMIN = 'adminpass1';

/** Two employees, and a company in Shanghai in which the administrator works too. */
async function company(rpc) {
	const make = (model, rows) => rpc(`model.${model}.create`, rows, {});
	const rates = [['create', [{ date: date(1, 1), rate: decimal(1) }]]];
	const [currency] = await make('currency.currency', [
		{ name: 'Yuan', symbol: '¥', code: 'CNY', digits: 2, rates },
	]);
	const mail = (value) => ({ contact_mechanisms: [['create', [{ type: 'email', value }]]] });
	const [own, wang, li, client] = await make('party.party', [
		{ name: 'Test Company' },
		{ name: 'Wang Li', ...mail('wang.li@corp.test') },
		{ name: 'Li Na', ...mail('li.na@corp.test') },
		{ name: 'Client One' },
	]);
	const [id] = await make('company.company', [{ party: own, currency, timezone: 'Asia/Shanghai' }]);
	const [admin] = await rpc('model.res.user.search', [['login', '=', 'admin']], 0, 1, null, {});
	await rpc('model.res.user.write', [admin], { companies: [['add', [id]]], company: id }, {});
	const employees = await make(
		'company.employee',
		[wang, li].map((party) => ({ party, company: id, start_date: date(1, 1) })),
	);
	return { id, employees, client, currency };
}

/** Users of a group that may read these models and write none. */
async function readers(rpc, companyId, readable) {
	const ids = await rpc('model.ir.model.search', [['model', 'in', readable]], 0, 9, null, {});
	const model_access = ids.map((model) => ({
		...{ model, perm_read: true, perm_write: false, perm_create: false, perm_delete: false },
	}));
	const [group] = await rpc(
		'model.res.group.create',
		[{ name: 'Evidence', model_access: [['create', model_access]] }],
		{},
	);
	const user = (login, groups) => ({
		...{ name: login, login, password: SECRET, company: companyId },
		companies: [['add', [companyId]]],
		groups: [['add', groups]],
	});
	await rpc('model.res.user.create', [user('evidence', [group]), user('blind', [])], {});
}

/** Twenty-five timesheet lines, nine supplier invoices and twelve opportunities: three lost, two converted, four open, three leads. */
export async function seed(url) {
	const rpc = rpcOf(url, 'admin', ADMIN);
	const { id, employees, client, currency } = await company(rpc);
	const context = await rpc('model.res.user.get_preferences', true, {});
	const make = (model, rows) => rpc(`model.${model}.create`, rows, context);
	const [work] = await make('timesheet.work', [{ name: 'Contract review', company: id }]);
	await make(
		'timesheet.line',
		several(25, (index) => ({
			...{ company: id, employee: employees[index % 2], work, date: date(10, 1 + index) },
			duration: { __class__: 'timedelta', seconds: 3600 + 60 * index },
		})),
	);
	const leads = await make(
		'sale.opportunity',
		several(12, (index) => ({
			...{ company: id, employee: employees[index % 2], party: client },
			...{ description: `Lead ${index}`, start_date: date(10, 1 + index) },
			amount: decimal(1000 + index),
		})),
	);
	await rpc('model.sale.opportunity.opportunity', leads.slice(0, 9), context);
	await rpc('model.sale.opportunity.lost', leads.slice(0, 3), context);
	await rpc('model.sale.opportunity.convert', leads.slice(3, 5), context);
	await seedInvoices(url, rpc, { company: id, currency, client });
	await readers(rpc, id, ['sale.opportunity', 'account.invoice', 'account.move']);
}
