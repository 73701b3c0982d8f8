// Preloaded into a test's n8n: its clock is as many milliseconds off as the file that CLOCK_FILE names says.
const { readFileSync } = require('node:fs');

const RealDate = Date;
const LOOK_MS = 20;
let offset = 0;
let looked = -Infinity;

function now() {
	if (performance.now() - looked > LOOK_MS) {
		offset = Number(readFileSync(process.env.CLOCK_FILE, 'utf8')) || offset;
		looked = performance.now();
	}
	return RealDate.now() + offset;
}

class ShiftedDate extends RealDate {
	constructor(...args) {
		if (args.length === 0) super(now());
		else super(...args);
	}

	static now() {
		return now();
	}
}

globalThis.Date = new Proxy(ShiftedDate, {
	apply: () => new ShiftedDate().toString(),
});
