import { z } from 'zod';
import { readJson, sendJson } from '../../engine/call';
import type { HttpRequest, Ports } from '../../engine/http';
import type { PayAnswer, PaySettings } from '../../engine/payrollSystem';
import { explain } from './refusal';
import { request, type Site } from './site';

const pageSize = 100;

const payroll = z.object({
	payroll_uuid: z.string(),
	processed: z.boolean().nullish(),
	check_date: z.string().nullish(),
	calculated_at: z.string().nullish(),
});
export type Payroll = z.infer<typeof payroll>;

const fixed = z.object({ name: z.string().nullish(), amount: z.string().nullish() });
const compensation = z.object({
	employee_uuid: z.string(),
	version: z.string().nullish(),
	excluded: z.boolean().nullish(),
	fixed_compensations: z.array(fixed).nullish(),
});
/** What a payroll has for one person. */
export type Compensation = z.infer<typeof compensation>;

export const compensationsWire = z.object({
	employee_compensations: z.array(compensation).nullish(),
});

async function pages<Body, Row>(
	call: {
		readonly about: string;
		readonly request: HttpRequest;
		readonly wire: z.ZodType<Body, z.ZodTypeDef, unknown>;
		readonly rows: (body: Body) => readonly Row[];
	},
	ports: Ports,
): Promise<PayAnswer<readonly Row[]>> {
	const rows: Row[] = [];
	for (let page = 1; ; page += 1) {
		const query = { ...call.request.query, page: String(page), per: String(pageSize) };
		const about = `${call.about}${page > 1 ? `, page ${page}` : ''}`;
		const asked = { ...call, about, explain, request: { ...call.request, query } };
		const answer = await readJson(asked, ports);
		if (!answer.ok) return answer;
		const found = call.rows(answer.value);
		rows.push(...found);
		if (found.length < pageSize) return { ok: true, value: rows };
	}
}

/** So many days lie between a pay period and its check date at most. */
const furthest = 62;

const shifted = (day: string, days: number): string =>
	new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** The payrolls with a check date in the month of the payroll date. Docs: docs.gusto.com → Get all payrolls for a company */
export async function payrollsOfMonth(
	settings: PaySettings,
	ports: Ports,
): Promise<PayAnswer<readonly Payroll[]>> {
	const { from, to } = settings.month;
	const listed = await pages(
		{
			about: 'Gusto payrolls',
			wire: z.array(payroll),
			rows: (body) => body,
			request: {
				...request(settings, 'GET', 'payrolls'),
				query: {
					processing_statuses: 'processed,unprocessed',
					payroll_types: 'regular,off_cycle',
					start_date: shifted(from, -furthest),
					end_date: shifted(to, furthest),
				},
			},
		},
		ports,
	);
	if (!listed.ok) return listed;
	const inMonth = ({ check_date: day }: Payroll) => !!day && day >= from && day <= to;
	return { ok: true, value: listed.value.filter(inMonth) };
}

const place = (id: string): string => `payrolls/${encodeURIComponent(id)}`;

/**
 * What a payroll has for everybody. One that is neither processed nor calculated tells it only when it is
 * prepared; to prepare one that is calculated would undo the calculation, so that is left to the write.
 */
export async function compensationsOf(
	{ payroll_uuid: id, processed, calculated_at: calculated, check_date: day }: Payroll,
	site: Site,
	ports: Ports,
): Promise<PayAnswer<readonly Compensation[]>> {
	const isTold = processed === true || Boolean(calculated);
	return await pages(
		{
			about: `Gusto payroll of ${day ?? ''}`,
			wire: compensationsWire,
			rows: (body) => body.employee_compensations ?? [],
			request: isTold
				? request(site, 'GET', place(id))
				: { ...request(site, 'PUT', `${place(id)}/prepare`), body: {} },
		},
		ports,
	);
}

/** What a payroll has for one person as it is now, with the version that a change has to name. */
export async function preparedFor(
	employee: string,
	payrollId: string,
	site: Site,
	ports: Ports,
): Promise<PayAnswer<Compensation | undefined>> {
	const answer = await sendJson(
		{
			about: `Gusto payroll, ${employee}`,
			wire: compensationsWire,
			writes: true,
			explain,
			request: {
				...request(site, 'PUT', `${place(payrollId)}/prepare`),
				body: { employee_uuids: [employee] },
			},
		},
		ports,
	);
	if (!answer.ok) return answer;
	const found = answer.value.employee_compensations?.find((it) => it.employee_uuid === employee);
	return { ok: true, value: found };
}

/** Sets one fixed compensation of one person, once; what is not named stays. Docs: docs.gusto.com → Update a payroll by ID */
export const setCompensation = async (
	to: {
		readonly employee: string;
		readonly payrollId: string;
		readonly version: string;
		readonly name: string;
		readonly amount: string;
	},
	site: Site,
	ports: Ports,
): Promise<PayAnswer<unknown>> =>
	await sendJson(
		{
			about: `Gusto payroll, ${to.name} of ${to.employee}`,
			wire: compensationsWire,
			writes: true,
			explain,
			request: {
				...request(site, 'PUT', place(to.payrollId)),
				body: {
					employee_compensations: [
						{
							employee_uuid: to.employee,
							version: to.version,
							fixed_compensations: [{ name: to.name, amount: to.amount }],
						},
					],
				},
			},
		},
		ports,
	);
