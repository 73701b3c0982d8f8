// A hundred thousand records of one system into a file: what is held of each is little more than its id.
import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { readMonth } from '../../demo/bench/month.mjs';

const BYTES_A_RECORD = 100;
const [SMALL, LARGE] = [10000, 100000];

let folder;
before(async () => void (folder = await mkdtemp(join(tmpdir(), 'performance-pay-volume-'))));
after(async () => await rm(folder, { recursive: true, force: true }));

/** How many records a file has, how many of them are distinct, and its last line. */
async function look(file) {
	const ids = new Set();
	let records = 0;
	let last;
	for await (const line of createInterface({ input: createReadStream(file) })) {
		last = JSON.parse(line);
		if (last.kind !== 'evidence') continue;
		records += 1;
		ids.add(last.recordId);
	}
	return { records, distinct: ids.size, last };
}

test('memory grows by no more than a hundred bytes a record, and none is missing', async () => {
	const file = join(folder, 'month.ndjson');
	await readMonth(1000, file); // whatever is loaded once is loaded now
	const small = await readMonth(SMALL, file);
	const large = await readMonth(LARGE, file);
	const each = (large.held - small.held) / (LARGE - SMALL);
	assert.ok(each < BYTES_A_RECORD, `${each.toFixed(1)} bytes are held of each record`);
	assert.equal(large.coverage.complete, true);
	assert.deepEqual(await look(file), { records: LARGE, distinct: LARGE, last: large.coverage });
});
