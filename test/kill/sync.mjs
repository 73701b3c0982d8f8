// A sync in a process of its own, over axios, that kills itself where it is told: before a request is sent, or
// when its answer has come. Arguments: the library, the request and the signature as JSON files, [before|after <n>]
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { axiosPort, portsOver } from '../pay/axiosPort.mjs';

const [libraryFile, requestFile, signatureFile, point, at] = process.argv.slice(2);
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const die = () => process.kill(process.pid, 'SIGKILL');

async function sync() {
	const { default: library } = await import(pathToFileURL(libraryFile));
	const send = axiosPort(read(signatureFile));
	let sent = 0;
	const http = async (request) => {
		sent += 1;
		if (point === 'before' && sent === Number(at)) die();
		const answer = await send(request);
		if (point === 'after' && sent === Number(at)) die();
		return answer;
	};
	const { batch } = await library.syncPay(read(requestFile), portsOver(http));
	process.stdout.write(JSON.stringify({ status: batch.status, sent }));
}

void sync();
