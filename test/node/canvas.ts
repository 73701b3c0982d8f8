import type { IDataObject, INodeType, NodeHint } from 'n8n-workflow';
import { workflowOf } from './engine';

/** The node on a canvas, with these parameters and defaults for the rest. */
export const onCanvas = (type: INodeType, parameters: IDataObject = {}) => {
	const workflow = workflowOf({ type, inputs: [[]], parameters });
	const node = workflow.getNode('Under Test');
	if (node === null) throw new Error('the node is not on the canvas');
	return { workflow, node };
};

/** The first word of each hint that the editor would show, which it decides in this way. */
export function shownHints(type: INodeType, parameters: IDataObject): string[] {
	const { workflow, node } = onCanvas(type, parameters);
	const holds = ({ displayCondition }: NodeHint): unknown =>
		workflow.expression.getSimpleParameterValue(node, displayCondition, 'internal', {});
	const decided = (type.description.hints ?? []).map((hint) => ({ hint, shown: holds(hint) }));
	expect(decided.map(({ shown }) => typeof shown)).toEqual(decided.map(() => 'boolean'));
	return decided
		.filter(({ shown }) => shown === true)
		.map(({ hint }) => hint.message.replace(/[ ,:].*/, ''));
}
