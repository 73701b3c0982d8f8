// The fault matrix: streams of the registry × every fault. The evidence is right, or coverage says why it is not.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, describe, test } from 'node:test';
import { cells } from './cells.mjs';
import { withServer } from './read.mjs';
import { outcomeOf, tableOf } from './outcome.mjs';

const { systems } = createRequire(import.meta.url)('../../dist/src/index.js');

/** Rows of a node before it: nothing goes over the network. */
const withoutNetwork = new Set(['rows']);

const fileOf = (id) => new URL(`../../demo/sandbox/${id}/fixture.mjs`, import.meta.url);

const rows = [];

/** How many requests the first page, a page after the first of its list, and the history wait for. */
const placesOf = ({ list, history }, requests, laterPage) => {
	const asked = requests.filter(({ method, target }) => `${method} ${target}`.includes(history));
	assert.ok(history === undefined || asked.length > 0, `no request has ${history}`);
	return {
		first: { match: list, after: 0 },
		later: laterPage === undefined ? undefined : { match: list, after: laterPage },
		history:
			history === undefined ? undefined : { match: history, after: Math.floor(asked.length / 2) },
	};
};

/** Reads without a fault: what comes must be the fixture's evidence; tells where later pages are. */
const withoutFault = async (fixture, id) =>
	await withServer(fixture, {}, async ({ server, read }) => {
		const { list } = fixture.streams[id];
		const lists = () =>
			server.requests.filter(({ method, target }) => `${method} ${target}`.includes(list)).length;
		let laterPage;
		const progress = (text) => {
			const isList = server.requests.at(-1).target.includes(list);
			if (isList && /page (?!1\b)\d+/.test(text)) laterPage ??= lists() - 1;
		};
		const reading = await read(id, { progress });
		return { reading, places: placesOf(fixture.streams[id], server.requests, laterPage) };
	});

const withFault = async (fixture, id, { cell, place }) =>
	await withServer(fixture, {}, async ({ server, read }) => {
		const [gone, kept] = fixture.streams[id].evidence.slice(-9).map(({ recordId }) => recordId);
		const of = (recordId) => recordId.split('/')[0];
		const { name, place: where, timeoutMs, mayLack, maxItems, ...rule } = cell;
		void [name, where, mayLack];
		const fault = { ...rule, ...fixture.streams[id].fault }; // what the sandbox needs to know of the stream
		const about = { id: mayLack ? of(gone) : undefined, into: of(kept) };
		if (rule.kind !== undefined) server.faults.add({ ...fault, ...place, ...about });
		const reading = await read(id, { timeoutMs, maxItems });
		const hit = server.requests.filter((request) => request.fault !== null);
		const struck = hit.length > 0 || /Clear Max Items/.test(reading.coverage.gap);
		const own = hit.some(({ status, fault: kind }) => status === 500 && kind !== '500');
		assert.ok(!own, 'the sandbox itself failed');
		return { reading, struck, gone: mayLack ? of(gone) : undefined };
	});

function testStream(fixture, id) {
	const name = `${fixture.name} ${id}`;
	const row = { name, outcomes: new Map() };
	rows.push(row);
	let places;
	test(`${name}: without a fault, the month`, async () => {
		const whole = await withoutFault(fixture, id);
		places = whole.places;
		assert.equal(whole.reading.coverage.gap, null);
		assert.equal(outcomeOf(whole.reading, fixture, { id }), 'whole');
	});
	for (const cell of cells)
		test(`${name}: ${cell.name}, ${cell.place}`, async (t) => {
			const place = places[cell.place];
			if (place === undefined) return row.outcomes.set(cell, '·');
			const { reading, struck, gone } = await withFault(fixture, id, { cell, place });
			t.diagnostic(reading.coverage.gap ?? 'complete');
			assert.ok(struck, 'the fault met no request');
			row.outcomes.set(cell, 'FAIL');
			row.outcomes.set(cell, outcomeOf(reading, fixture, { id, gone }));
		});
}

/** Tests every stream of these areas, and prints what came of it as a table. */
export const testMatrix = (areas) =>
	describe(`the fault matrix of ${areas.join(' and ')}`, { concurrency: 1 }, async () => {
		after(() => console.log(tableOf(rows)));
		for (const { id, streams } of systems) {
			if (withoutNetwork.has(id)) continue;
			const { fixture } = existsSync(fileOf(id)) ? await import(fileOf(id)) : {};
			for (const stream of streams.filter(({ area }) => areas.includes(area)))
				if (fixture?.().streams[stream.id] === undefined)
					test(`${id} ${stream.id}: has a fixture`, () =>
						assert.fail(
							`demo/sandbox/${id}/fixture.mjs has no stream ${stream.id}. Write it as docs/add-a-system.md shows`,
						));
				else testStream(fixture(), stream.id);
		}
	});
