import type { CriterionShape } from '../../rulebookShape';

/** The 30 points that the leader gives in every role; a list of its own each time, to be changed freely. */
export const attitudeAndCollaboration = (): CriterionShape[] => [
	{ id: 'attitude', label: { en: 'Attitude', zh: '工作态度' }, points: 15 },
	{ id: 'collaboration', label: { en: 'Collaboration', zh: '协作能力' }, points: 15 },
];
