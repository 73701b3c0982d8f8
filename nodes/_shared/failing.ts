import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Problem } from '../../src/index';
import { asNodeError, problemsOf } from './problems';

/** Where a node that continues after a failure says what happened, in the form of that output's items. */
export interface FailureOutput {
	/** How many outputs the node has. */
	readonly outputs: number;
	readonly output: number;
	readonly toItem: (problem: Problem) => IDataObject;
	/** The name that the panel has for a problem's place. */
	readonly name?: (problem: Problem) => string;
}

/** Runs the node's work. A failure stops the workflow or, where the user chose to continue, becomes items. */
export async function orFailureItems(
	context: IExecuteFunctions,
	failure: FailureOutput,
	work: () => Promise<INodeExecutionData[][]>,
): Promise<INodeExecutionData[][]> {
	try {
		return await work();
	} catch (error) {
		const stop = asNodeError(context.getNode(), error, failure.name);
		if (!context.continueOnFail()) throw stop;
		const { itemIndex } = stop.context;
		const pairedItem = { item: typeof itemIndex === 'number' ? itemIndex : 0 };
		const outputs = Array.from({ length: failure.outputs }, (): INodeExecutionData[] => []);
		outputs[failure.output] =
			context.getNode().onError === 'continueErrorOutput'
				? [{ json: forErrorOutput(stop, problemsOf(error)), pairedItem }]
				: problemsOf(error).map((problem) => ({ json: failure.toItem(problem), pairedItem }));
		return outputs;
	}
}

/** n8n moves an item to the error output only if it has no other keys than these. */
function forErrorOutput(
	stop: { readonly message: string; readonly description?: string | null | undefined },
	problems: readonly Problem[],
): IDataObject {
	return {
		error: stop.message,
		message: stop.description ?? '',
		details: { problems: problems.map((problem) => ({ ...problem })) },
	};
}
