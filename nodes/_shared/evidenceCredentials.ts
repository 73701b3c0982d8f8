import type { INodeCredentialDescription } from 'n8n-workflow';
import type { Area } from '../../src/index';
import { systemsOf } from './evidencePanel';
import { forSystem } from './forSystem';

/** The credentials of an evidence node, each shown and asked for only with its system. */
export const evidenceCredentials = (area: Area): INodeCredentialDescription[] =>
	systemsOf(area).flatMap(({ id, credential }) =>
		credential === undefined
			? []
			: [
					{
						name: credential,
						required: true,
						testedBy: credential,
						displayOptions: forSystem(id),
					},
				],
	);
