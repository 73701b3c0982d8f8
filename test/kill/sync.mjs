// A sync in a process of its own, over axios, that kills itself where it is told: before a request is sent, or
// when its answer has come. Run: node test/kill/sync.mjs <request.json> <header.json> [before|after <n>]
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { axiosPort, portsOver } from '../pay/axiosPort.mjs';

const { syncPay } = createRequire(import.meta.url)('../../dist/src/index.js');
const [requestFile, headerFile, point, at] = process.argv.slice(2);
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

const send = axiosPort(read(headerFile));
const die = () => process.kill(process.pid, 'SIGKILL');
let sent = 0;
const http = async (request) => {
	sent += 1;
	if (point === 'before' && sent === Number(at)) die();
	const answer = await send(request);
	if (point === 'after' && sent === Number(at)) die();
	return answer;
};

const { batch } = await syncPay(read(requestFile), portsOver(http));
process.stdout.write(JSON.stringify({ status: batch.status, sent }));
