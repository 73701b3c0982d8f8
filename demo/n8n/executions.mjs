// What a run of a workflow did, read back from n8n.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const BUSY = ['new', 'running'];

/** Reads executions with n8n's own decoder (`flatted`), which lies in its node_modules. */
export function executionsOf({ rest }, n8nFolder) {
	const { parse } = createRequire(join(n8nFolder, 'node_modules/'))('flatted');

	/** The run when it has ended: `status`, `error`, and `items(node, output)` of what a node gave last. */
	async function ended(id, limitMs = 300000) {
		const deadline = Date.now() + limitMs;
		for (;;) {
			const execution = await rest('GET', `/rest/executions/${id}`);
			if (!BUSY.includes(execution.status)) return decoded(execution);
			if (Date.now() > deadline)
				throw new Error(`Execution ${id} was still running after ${limitMs / 1000} s.`);
			await wait(100);
		}
	}

	function decoded(execution) {
		const { resultData } = parse(execution.data);
		const runs = (node) => resultData.runData?.[node] ?? [];
		return {
			id: execution.id,
			status: execution.status,
			mode: execution.mode,
			error: resultData.error,
			nodes: Object.keys(resultData.runData ?? {}),
			items: (node, output = 0) =>
				(runs(node).at(-1)?.data?.main?.[output] ?? []).map(({ json }) => json),
			times: () =>
				Object.fromEntries(
					Object.entries(resultData.runData ?? {}).map(([name, all]) => [
						name,
						all.at(-1).executionTime,
					]),
				),
		};
	}

	/** Runs a workflow by hand from one of its triggers and waits for its end. */
	async function runByHand(workflowId, trigger) {
		const { executionId } = await rest('POST', `/rest/workflows/${workflowId}/run`, {
			triggerToStartFrom: { name: trigger },
		});
		return ended(executionId);
	}

	/** The newest runs of a workflow, newest first. */
	async function latest(workflowId, limit = 10) {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const { results } = await rest('GET', `/rest/executions?filter=${filter}&limit=${limit}`);
		return results;
	}

	return { ended, runByHand, latest };
}
