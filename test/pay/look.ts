import type { HttpPort } from '../../src/connectors/engine/http';
import { previewPay, syncPay, type PayRequest } from '../../src/index';
import { openLedger, type Ledger } from './ledger';
import { approved, month, people, portsOf } from './month';

export const ids = people.map(({ id }) => `HR-${id}`);

/** A preview, and the methods by which it asked. */
export async function preview(request: PayRequest, ledger = openLedger(ids)) {
	const seen: string[] = [];
	const http: HttpPort = async (asked) => {
		seen.push(asked.method);
		return ledger.act(asked);
	};
	return { seen, ...(await previewPay(request, portsOf(http).ports)) };
}

/** The batch's status, and who has which problem. */
export const found = async (request: PayRequest, ledger?: Ledger) => {
	const { problems, batch } = await preview(request, ledger);
	return { status: batch.status, found: problems.map((it) => `${it.code} ${it.employeeId}`) };
};

/** What the ledger of a paid month says. */
export const amounts = ['HR-E001 2790', 'HR-E002 2250', 'HR-E003 3814.15'];

/** What counts in the ledger. */
export const paid = (ledger: Ledger) =>
	ledger
		.salaries()
		.filter((it) => it.docstatus === 1)
		.map((it) => `${it.employee} ${it.amount}`)
		.sort();

/** The hash of the batch that would be approved. */
export async function hashOf(ledger: Ledger, request: PayRequest): Promise<string> {
	return (await previewPay(request, portsOf(ledger.http).ports)).batch.hash;
}

/** A sync of what was approved just before. */
export async function sync(ledger: Ledger, request = month(), http: HttpPort = ledger.http) {
	const hash = await hashOf(ledger, request);
	return await syncPay(approved(request, hash), portsOf(http).ports);
}
