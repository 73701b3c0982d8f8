export { loadRulebook } from './rulebook/loadRulebook';

export { collectEvidence, type CollectRequest } from './app/collectEvidence';
export { checkAccess, type Access, type AccessRequest } from './app/checkAccess';
export { systems } from './connectors/registry';
export type {
	HttpFailure,
	HttpPort,
	HttpRequest,
	HttpResponse,
	Ports,
} from './connectors/engine/http';
export type { Area, Parameter, StreamPanel, SystemPanel } from './connectors/engine/system';
export type { CoverageRecord, EvidenceRecord } from './domain/evidence/record';
export type { Problem } from './domain/kernel/result';
