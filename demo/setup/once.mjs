// Installs a folder once per machine: whole or not at all, whoever else tries at the same time.
import {
	mkdirSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const TOUCH_MS = 2000;
const DEAD_MS = 20000; // a lock that nobody has touched for so long belongs to a run that was killed

const age = (file) =>
	Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());

function tryLock(lock) {
	try {
		writeFileSync(lock, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if (error.code !== 'EEXIST') throw error;
		if (age(lock) > DEAD_MS) rmSync(lock, { force: true });
		return false;
	}
}

/** Runs the work while no other process holds the lock file; waits for it as long as its holder lives. */
export async function withLock(lock, say, work) {
	mkdirSync(dirname(lock), { recursive: true });
	for (let tries = 0; !tryLock(lock); tries += 1) {
		if (tries % 10 === 0) say(`… waiting for another run (${basename(lock)})`);
		await wait(500);
	}
	const touch = setInterval(() => {
		try {
			utimesSync(lock, new Date(), new Date());
		} catch {
			// Taken over while this machine slept: the folder's own rename decides who was first.
		}
	}, TOUCH_MS);
	try {
		return await work();
	} finally {
		clearInterval(touch);
		rmSync(lock, { force: true });
	}
}

/** Clears what interrupted runs left behind of this folder. */
function sweep(folder) {
	const parent = dirname(folder);
	for (const name of readdirSync(parent))
		if (name.startsWith(`${basename(folder)}.part-`))
			rmSync(join(parent, name), { recursive: true, force: true });
}

/**
 * Makes `folder` by `make(part)` in a folder beside it that takes its name only when it is whole.
 * `whole(folder)` tells whether what is there can be used: what cannot is made anew.
 */
export async function installOnce({ folder, whole, make, say }) {
	if (whole(folder)) return folder;
	await withLock(`${folder}.lock`, say, async () => {
		if (whole(folder)) return;
		sweep(folder);
		const part = `${folder}.part-${process.pid}-${Date.now()}`;
		mkdirSync(part, { recursive: true });
		try {
			await make(part);
			if (!whole(part))
				throw new Error(`The installation in ${part} ended but is not complete. Run it again.`);
			rmSync(folder, { recursive: true, force: true });
			renameSync(part, folder);
		} finally {
			rmSync(part, { recursive: true, force: true });
		}
	});
	return folder;
}
