// One month read into a file, in a process of its own: node demo/bench/measureMonth.mjs <records> <file>
import { readMonth } from './month.mjs';

const [, , count, file] = process.argv;

await readMonth(1000, file); // whatever is loaded once is loaded now
const began = process.cpuUsage();
const { coverage, held } = await readMonth(Number(count), file);
const { user, system } = process.cpuUsage(began);
if (!coverage.complete) throw new Error(coverage.gap);
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
const heldMb = Math.round(held / 1e5) / 10;
console.log(JSON.stringify({ cpuMs: Math.round((user + system) / 1000), heldMb, peakMb }));
