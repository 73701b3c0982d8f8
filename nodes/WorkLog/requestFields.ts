/** The fields of a request, by the operation that records it. */
export const requestFields = {
	recordStep: [
		'by',
		'process',
		'instanceId',
		'step',
		'number',
		'title',
		'opinion',
		'comment',
		'returnTo',
		'delayReason',
		'nextHandler',
		'enteredAt',
		'finishedAt',
		'fields',
	],
	assign: ['by', 'handler', 'activity', 'title', 'quantity', 'dueAt', 'demand', 'number', 'fields'],
	complete: ['by', 'instanceId', 'quantity', 'finishedAt', 'delayReason', 'comment', 'fields'],
	confirmError: ['by', 'itemId', 'decision', 'errorId', 'comment'],
	excuse: ['by', 'itemId', 'excuseCode', 'excuseEvidence'],
	reassign: ['by', 'itemId', 'nextHandler', 'comment'],
	cancel: ['by', 'instanceId', 'comment'],
} as const;

export type Recording = keyof typeof requestFields;

export const isRecording = (operation: string): operation is Recording =>
	Object.hasOwn(requestFields, operation);

/** The operations whose requests have a field. */
export const operationsWith = (field: string): string[] =>
	Object.entries(requestFields).flatMap(([operation, fields]) =>
		(fields as readonly string[]).includes(field) ? [operation] : [],
	);
