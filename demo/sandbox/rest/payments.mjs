// Payments of a system of one's own: listed by month, created one by one, taken back by DELETE. It checks what it gets.
const SIZE = 50;
const fields = ['reference', 'employee', 'amount', 'currency', 'month', 'type'];

const refuse = (status, error) => ({ status, body: { error } });

function wrong(body, people) {
	const names = Object.keys(body ?? {});
	const odd = [
		...fields.filter((one) => !names.includes(one)),
		...names.filter((one) => !fields.includes(one)),
	];
	if (odd.length > 0) return `missing or unknown: ${odd.join(', ')}`;
	if (!people.includes(body.employee)) return `no employee ${body.employee}`;
	if (!/^-?\d+\.\d{2}$/.test(body.amount)) return 'amount has to be text with two decimals';
	return /^\d{4}-\d{2}$/.test(body.month) ? undefined : 'month has to be like 2026-10';
}

/** `people` are the ids of employees; `unique`: a second payment with the same reference is refused. */
export const createPayments = ({ people = [], unique = false } = {}) => {
	const payments = new Map();
	let last = 0;

	const list = (query) => {
		const of = [...payments.values()].filter(({ month }) => month === query.get('month'));
		const from = (Number(query.get('page') ?? 1) - 1) * SIZE;
		return {
			status: 200,
			body: { total: of.length, data: { items: of.slice(from, from + SIZE) } },
		};
	};

	const create = (body) => {
		const why = wrong(body, people);
		if (why !== undefined) return refuse(422, why);
		const isThere = [...payments.values()].some(({ reference }) => reference === body.reference);
		if (unique && isThere) return refuse(409, 'this reference exists');
		last += 1;
		const payment = { id: last, ...body, employee: { id: body.employee }, status: 'open' };
		payments.set(last, payment);
		return { status: 201, body: payment };
	};

	const remove = (id) => {
		const payment = payments.get(id);
		if (payment === undefined) return refuse(404, 'no such payment');
		payment.status = 'void';
		return { status: 200, body: payment };
	};

	const handle = ({ method, path, query, body }) => {
		const id = /^\/payments\/(\d+)$/.exec(path)?.[1];
		if (path === '/payments' && method === 'GET') return list(query);
		if (path === '/payments' && method === 'POST') return create(body);
		return id !== undefined && method === 'DELETE' ? remove(Number(id)) : undefined;
	};
	return { handle, payments };
};
