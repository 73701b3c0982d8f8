import type { PayAnswer } from './payrollSystem';

const none = async (): Promise<PayAnswer<readonly never[]>> =>
	await Promise.resolve({ ok: true, value: [] });

/** Of a payroll system that tells no base: people and their base come in as items. */
export const baseAsItems = { baseFields: [], people: none, bases: none } as const;
