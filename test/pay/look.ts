import type { HttpPort } from '../../src/connectors/engine/http';
import { previewPay, type PayRequest } from '../../src/index';
import { openLedger, type Ledger } from './ledger';
import { people, portsOf } from './month';

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
