import type { INodeCredentialDescription } from 'n8n-workflow';
import { payrollSystems } from '../../src/index';
import { forSystem } from '../_shared/forSystem';

/** One credential for each payroll system, tested by this node. */
export const payrollCredentials: INodeCredentialDescription[] = payrollSystems.flatMap(
	({ id, credential }) =>
		credential === undefined
			? []
			: [
					{
						name: credential,
						required: true,
						testedBy: credential,
						displayOptions: { ...forSystem(id), hide: { operation: ['show'] } },
					},
				],
);
