export { loadRulebook } from './rulebook/loadRulebook';
export {
	calendars,
	presetRulebook,
	presets,
	type Choice,
	type PresetChoice,
} from './rulebook/presetRulebook';
export type { Label, Rulebook } from './domain/scores/rulebook';
export type { Result } from './domain/kernel/result';

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
