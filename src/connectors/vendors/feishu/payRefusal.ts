import { z } from 'zod';
import type { Refusal } from '../../engine/judge';
import { quote } from '../../engine/problem';
import { explain as explainAny } from './refusal';

const errorBody = z.object({ code: z.number(), msg: z.string().nullish() });

const source = 'Look at the source: Feishu People → Settings → external data sources';

const own: ReadonlyMap<number, Refusal> = new Map([
	[2500004, { found: 'it knows no data source of this code', remedy: 'Choose Data Source anew' }],
	[2500005, { found: 'the data source lacks a field', remedy: 'Choose the fields anew' }],
	[2500008, { found: 'the data source is stopped', remedy: `Enable it. ${source}` }],
	[2500009, { found: 'a field of the data source is stopped', remedy: `Enable it. ${source}` }],
	[
		2500014,
		{
			found: 'the app may not write for this person',
			remedy: "Give the app data rights for this person's pay group in the developer console",
		},
	],
	[
		2500015,
		{
			found: 'there is no such employment',
			remedy: 'Correct the account of this person: it has to be the employment id in Feishu People',
		},
	],
	[2500020, { found: 'the data source is full', remedy: 'Ask Feishu for more room' }],
	[
		2500021,
		{
			found: 'somebody else is writing to the data source',
			remedy: 'Let one run write to a source at a time, and try again later',
			kind: 'busy',
			retry: 'afterWait',
		},
	],
]);

/** 'records{3} …', 'records[3] …' or 'record3 …': the index of the record that the vendor names. */
const indexIn = (message: string): number | undefined => {
	const index = /\brecords?\s*[[{(]?(\d+)/.exec(message)?.[1];
	return index === undefined ? undefined : Number(index);
};

const nothingSaved = (count: number): string =>
	count === 1 ? '' : `; none of these ${count} people was written`;

/** The refusal in words that name the person by the place in what was sent. */
function ofPeople(refusal: Refusal, people: readonly string[], message: string): Refusal {
	const named = people[indexIn(message) ?? -1];
	const who = named === undefined ? '' : `${named}: `;
	const words = message === '' ? '' : ` (${quote(message)})`;
	return { ...refusal, found: `${who}${refusal.found}${words}${nothingSaved(people.length)}` };
}

/**
 * Refusals of payroll, told of the people who were sent. Docs: open.feishu.cn → Payroll → External data →
 * Save: after an error nothing is saved.
 */
export const explainFor =
	(people: readonly string[]) =>
	(status: number, body: unknown): Refusal | undefined => {
		const read = errorBody.safeParse(body);
		if (!read.success || read.data.code === 0 || status >= 500) return undefined;
		const { code, msg } = read.data;
		const known = own.get(code);
		const refusal = known ?? explainAny(status, body);
		if (refusal === undefined || people.length === 0) return refusal;
		const told = ofPeople(refusal, people, known === undefined ? '' : (msg ?? ''));
		return { ...told, nothingDone: status === 200 || status === 400 };
	};

export const explain = explainFor([]);
