// A clock for a test's n8n, so that a month of work can pass in a minute.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const PRELOAD = fileURLToPath(new URL('./clock.cjs', import.meta.url));
const SEEN_MS = 50; // n8n looks at its clock's file every 20 ms

/** `env` for n8n; `set(moment)` moves its clock there, from where it goes on; `remove()`. */
export function clock(moment) {
	const folder = mkdtempSync(join(tmpdir(), 'performance-pay-clock-'));
	const file = join(folder, 'offset');
	const write = (iso) => writeFileSync(file, String(Date.parse(iso) - Date.now()));
	write(moment);
	return {
		env: {
			NODE_OPTIONS: `--require ${PRELOAD}`,
			CLOCK_FILE: file,
			N8N_EXPRESSION_ENGINE: 'legacy', // the other one has a clock of its own
			N8N_USER_MANAGEMENT_JWT_DURATION_HOURS: '8760', // who signed in before a jump still is after it
		},
		set: async (iso) => {
			write(iso);
			await wait(SEEN_MS);
		},
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}
