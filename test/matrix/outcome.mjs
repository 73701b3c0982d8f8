// What a reading under a fault came to, and whether that is allowed.
import assert from 'node:assert/strict';
import { cells } from './cells.mjs';

const byId = (a, b) => (a.recordId < b.recordId ? -1 : a.recordId > b.recordId ? 1 : 0);
const isOf = (gone) => (item) => gone !== undefined && item.recordId.split('/')[0] === gone;

/** Of each record the facts that the fixture plans, in order of the ids. */
const factsOf = (evidence, planned) => {
	const names = Object.keys(planned[0]);
	return evidence
		.map((item) => Object.fromEntries(names.map((name) => [name, item[name]])))
		.sort(byId);
};

const textsOf = (value) =>
	typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(textsOf);

/** Neither a credential nor what is made of it, however short the way it could have taken. */
const assertNoSecret = (reading, { credentials, sign }) => {
	const text = JSON.stringify(reading);
	for (const secret of [...textsOf(credentials), ...textsOf(sign(credentials))])
		assert.ok(!text.includes(secret), 'a credential is told');
};

/** A reason with what it is about, and a remedy: two sentences at the least. */
const assertGap = ({ complete, gap }) => {
	assert.equal(complete, false);
	assert.match(gap, /^.{5,}[.] [A-Z].{8,}[.]$/s);
};

/**
 * 'whole': the evidence is the fixture's; 'less one': but for the record that went away; 'told': coverage says what is
 * missing. Anything else throws: a silent gap, a gap without a remedy, a secret, a record twice.
 */
export const outcomeOf = (reading, fixture, { id, gone }) => {
	const { evidence, coverage } = reading;
	assertNoSecret(reading, fixture);
	const ids = evidence.map(({ recordId }) => recordId);
	assert.equal(new Set(ids).size, ids.length, 'a record is told twice');
	if (coverage.gap !== null) {
		assertGap(coverage);
		return 'told';
	}
	const others = (items) => items.filter((item) => !isOf(gone)(item));
	const planned = fixture.streams[id].evidence;
	assert.deepEqual(factsOf(others(evidence), planned), factsOf(others(planned), planned));
	return gone === undefined ? 'whole' : 'less one';
};

const marks = { whole: 'whole', told: 'told', 'less one': 'less', FAIL: 'FAIL', '·': '·' };
const places = ['first', 'later', 'history'];

/** Stream × fault: how it went on the first page / a later page / the history. */
export const tableOf = (rows) => {
	const names = [...new Set(cells.map(({ name }) => name))];
	const cellOf = (row, name) =>
		places
			.map((place) => cells.find((cell) => cell.name === name && cell.place === place))
			.map((cell) => (cell === undefined ? '·' : (marks[row.outcomes.get(cell)] ?? '?')))
			.join(' / ');
	const lines = names.map((name) => [name, ...rows.map((row) => cellOf(row, name))]);
	const head = ['first / later / history', ...rows.map((row) => row.name)];
	const widths = head.map((_, at) => Math.max(...[head, ...lines].map((line) => line[at].length)));
	return [head, ...lines]
		.map((line) => line.map((text, at) => text.padEnd(widths[at])).join(' | '))
		.join('\n');
};
