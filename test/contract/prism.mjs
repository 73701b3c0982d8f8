// Prism between a client and a server: each request and each answer is held against the vendor's own description.
import { fileURLToPath } from 'node:url';
import { createInstance, getHttpOperationsFromSpec } from '@stoplight/prism-http';

const mute = () => undefined;
const logger = { child: () => logger, isLevelEnabled: () => false };
for (const level of ['trace', 'debug', 'info', 'success', 'warn', 'error', 'fatal'])
	logger[level] = mute;

const told =
	(where) =>
	({ path = [], message }) => ({ where, at: path.join('.'), message });

/**
 * Sends through Prism to `upstream`. Answers { ask, found }: `ask` takes { method, path, query, headers, body } and
 * gives { status, headers, body }; `found` has what did not fit, as { route, where, at, message }.
 */
export const throughPrism = async (description, upstream) => {
	const file = fileURLToPath(new URL(`specs/${description}`, import.meta.url));
	const operations = await getHttpOperationsFromSpec(file);
	const prism = createInstance(
		{
			...{ isProxy: true, upstream: new URL(upstream), errors: false },
			...{ validateRequest: true, validateResponse: true, checkSecurity: true },
		},
		{ logger },
	);
	const found = [];
	const ask = async ({ method, path, query = {}, headers = {}, body }) => {
		const request = { method: method.toLowerCase(), url: { path, query }, headers, body };
		const outcome = await prism.request(request, operations)();
		if (outcome._tag === 'Left') throw outcome.left;
		const { output, validations } = outcome.right;
		const route = `${method} ${path.replace(/\/\d+(?=\/|$)/g, '/{}')}`;
		for (const one of validations.input) found.push({ route, ...told('request')(one) });
		for (const one of validations.output) found.push({ route, ...told('answer')(one) });
		return { status: output.statusCode, headers: output.headers, body: output.body };
	};
	return { ask, found };
};
