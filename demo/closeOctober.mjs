// October 2026 of the article's company: closed, looked at, approved, paid and read back.
import { expected, expectedTotals } from './company/expected.mjs';
import { company } from './company/plan.mjs';
import { employees } from './company/inputs.mjs';
import { batchLines, linesTable, reasonsTable, scorecardsTable, sourcesTable } from './report.mjs';
import { spoken } from './setup/run.mjs';

const names = new Map(employees.map(({ employeeId, name }) => [employeeId, name]));
const nameOf = (employeeId) => names.get(employeeId) ?? '';

/** An answer of a template, or an error with what it says is to be done. */
function answered(answer) {
	if (answer.ok) return answer;
	throw new Error([answer.message, answer.remedy].filter(Boolean).join(' '));
}

/** Closes the month as a scheduler would, then acts as the person who approves the batch. */
export async function closeOctober({ call, tables }, sandbox, say) {
	const { period } = company;
	say(`\nClosing ${period}: reading three systems, scoring, previewing pay …`);
	const start = Date.now();
	const closed = answered(await call('pp-close', { period }));
	say(`  done in ${spoken(Date.now() - start)}`);
	say(`\nSources\n${sourcesTable(closed.sources)}`);

	const scorecards = await tables.rows('pp_scorecards_v1');
	say(
		`\nScorecards: ${closed.summary.scored} of ${closed.summary.employees} people\n${scorecardsTable(scorecards)}`,
	);
	say(`\nWho is blocked, and what else was found\n${reasonsTable(closed.exceptions, nameOf)}`);
	say(
		`\nThe first preview: nobody is paid while somebody has no scorecard\n${batchLines(closed.preview)}`,
	);

	const preview = await previewOthers(call, period);
	const lines = (await tables.rows('pp_paylines_v1')).filter(({ entry }) => entry === 'preview');
	say(
		`\nHuman resources decides to pay the others. The second preview\n${linesTable(lines, nameOf)}`,
	);
	say(`\nIts control totals\n${batchLines(preview.batch)}`);
	if (preview.problems.length > 0)
		say(`\nWhat payroll found\n${reasonsTable(preview.problems, nameOf)}`);

	say(`\nThe hash ${preview.batch.hash.slice(0, 12)}… is approved: paying in Frappe HR …`);
	const paid = answered(await release(call, period, preview.batch.hash));
	say(`  sync: ${paid.sync.batch.status}\n\nRead back from payroll\n${batchLines(paid.batch)}`);

	const ledger = sandbox.ledger().filter(({ docstatus }) => docstatus === 1);
	checkAgainstPlan(scorecards, preview.batch, ledger);
	say(
		`\nEvery score and every payment is as the company's plan gives it by hand: ${ledger.length} payments, each once.`,
	);
	return {
		period,
		sources: closed.sources,
		summary: closed.summary,
		scorecards: scorecards.map(({ scorecard }) => JSON.parse(scorecard)),
		exceptions: closed.exceptions,
		preview: preview.batch,
		problems: preview.problems,
		lines: (await tables.rows('pp_paylines_v1')).filter(({ entry }) => entry !== 'preview'),
		reconciliation: paid.batch,
	};
}

const previewOthers = async (call, period) =>
	answered(await call('pp-pay', { period, action: 'preview', blockedPeople: 'payOthers' }));

const release = (call, period, approvedHash) =>
	call('pp-pay', { period, action: 'sync', approvedHash, blockedPeople: 'payOthers' });

/** The plan's own arithmetic is the judge: a demonstration that is wrong fails. */
function checkAgainstPlan(scorecards, batch, ledger) {
	const scored = new Map(
		scorecards.map((card) => [card.employeeId, Number(card.total).toFixed(2)]),
	);
	const wrong = [...expected]
		.filter(([id, { total }]) => scored.get(id) !== total)
		.map(
			([id, { total }]) =>
				`${id}: expected ${total ?? 'no scorecard'}, found ${scored.get(id) ?? 'none'}`,
		);
	const { sumOfAmount } = batch.currencies[company.currency];
	if (sumOfAmount !== expectedTotals.sumOfAmount)
		wrong.push(`sum of pay: expected ${expectedTotals.sumOfAmount}, found ${sumOfAmount}`);
	if (ledger.length !== expectedTotals.paid)
		wrong.push(`payments in payroll: expected ${expectedTotals.paid}, found ${ledger.length}`);
	if (wrong.length > 0)
		throw new Error(`the results are not those of the plan.\n  ${wrong.join('\n  ')}`);
}
