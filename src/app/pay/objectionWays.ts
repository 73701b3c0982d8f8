/** What is done with a person who objects while nobody has decided: a closed set. */
export type OpenObjections = 'payNobody' | 'payOthers' | 'payAsScored';

export const waysWithObjections: readonly OpenObjections[] = [
	'payNobody',
	'payOthers',
	'payAsScored',
];
