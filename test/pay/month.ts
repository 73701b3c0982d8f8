import { createHash } from 'node:crypto';
import type { HttpPort, Ports } from '../../src/connectors/engine/http';
import { canonicalJson } from '../../src/domain/kernel/canonicalJson';
import type { ApprovedPayRequest, PayRequest } from '../../src/index';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export interface Person {
	readonly id: string;
	readonly total: number;
	readonly base?: string;
	readonly currency?: string;
}

/** The article's two, and one whose pay is rounded: 4321.98 at 88.25 is 3814.14735. */
export const people: readonly Person[] = [
	{ id: 'E001', total: 93 },
	{ id: 'E002', total: 75 },
	{ id: 'E003', total: 88.25, base: '4321.98' },
];

export const scorecard = ({ id, total }: Person) => ({
	kind: 'scorecard',
	period: '2026-10',
	employeeId: id,
	name: `Name of ${id}`,
	total,
	rulebookHash: 'a'.repeat(64),
	lines: [{ part: 'system', indicator: 'quantity', points: 20, records: ['1', '2'] }],
});

export const summaryOf = (scorecards: readonly object[], blocked = 0) => {
	const hashed = scorecards.map((card) => ({
		...card,
		...('lines' in card ? { lines: [{ part: 'system', indicator: 'quantity', points: 20 }] } : {}),
	}));
	return {
		kind: 'summary',
		period: '2026-10',
		scored: scorecards.length,
		blocked,
		resultHash: sha256(canonicalJson(hashed)),
	};
};

export const basePayOf = ({ id, base = '3000.00', currency = 'CNY' }: Person) => ({
	kind: 'basePay',
	employeeId: id,
	remoteEmployeeId: `HR-${id}`,
	base,
	currency,
	from: '2026-01-01',
	system: 'frappe',
});

/** A month to pay; what differs from the plain one is said. */
export function month(change: Partial<PayRequest> = {}, who = people): PayRequest {
	const scorecards = who.map(scorecard);
	return {
		system: 'frappe',
		baseUrl: 'http://frappe.example/',
		tenant: 'xx-wealth',
		period: '2026-10',
		component: 'Performance Pay',
		scorecards,
		basePay: who.map(basePayOf),
		exceptions: [],
		summary: [summaryOf(scorecards)],
		...change,
	};
}

export const approved = (request: PayRequest, approvedHash: string): ApprovedPayRequest => ({
	...request,
	approvedHash,
});

/** Ports without a clock: waits are counted, not waited for. */
export function portsOf(http: HttpPort, cancelled = () => false) {
	const waits: number[] = [];
	const ports: Ports = {
		http,
		now: () => '2026-11-02T09:00:00+08:00',
		wait: async (ms) => void waits.push(ms),
		cancelled,
	};
	return { ports, waits };
}
