import type { INodeCredentialDescription } from 'n8n-workflow';
import type { Area } from '../../src/index';
import { systemsOf } from './evidencePanel';
import { credentialsOf } from './signInChoice';

/** The credentials of an evidence node, each shown and asked for only with its system. */
export const evidenceCredentials = (area: Area): INodeCredentialDescription[] =>
	systemsOf(area).flatMap(credentialsOf);
