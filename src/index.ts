export { loadRulebook } from './rulebook/loadRulebook';
export {
	calendars,
	presetRulebook,
	presets,
	type Choice,
	type Preset,
	type PresetChoice,
} from './rulebook/presetRulebook';
export type { Label } from './domain/kernel/label';
export type { Rulebook } from './domain/scores/rulebook';
export type { Result } from './domain/kernel/result';

export {
	collectEvidence,
	streamEvidence,
	type CollectRequest,
} from './app/evidence/collectEvidence';
export type { EvidenceStream } from './connectors/engine/read';
export { byteStream } from './app/evidence/byteStream';
export { listChoices, type ChoicesRequest } from './app/evidence/listChoices';
export { checkAccess, type Access, type AccessRequest } from './app/evidence/checkAccess';
export { systems } from './connectors/registry';
export { rowsAddress } from './connectors/registry';
export { textAt } from './connectors/engine/place';
export { largestBody } from './connectors/engine/http';
export type {
	HttpFailure,
	HttpPort,
	HttpRequest,
	HttpResponse,
	Ports,
} from './connectors/engine/http';
export type {
	Area,
	Parameter,
	ParameterChoice,
	StreamPanel,
	SystemPanel,
} from './connectors/engine/system';
export type { Parameters } from './connectors/engine/parameters';
export type { CoverageRecord, EvidenceRecord } from './domain/evidence/record';
export type { Problem } from './domain/kernel/result';

export { getBasePay } from './app/pay/getBasePay';
export type { BasePayRecord, BasePayRequest, BasePayResult } from './app/pay/getBasePay';
export { previewPay } from './app/pay/previewPay';
export { syncPay } from './app/pay/syncPay';
export { reconcilePay } from './app/pay/reconcilePay';
export { exportPay, type ExportResult } from './app/pay/exportPay';
export { reversePay } from './app/pay/reversePay';
export { showBatch, type BatchPage, type ShowBatchRequest } from './app/pay/showBatch';
export type { ReverseRequest, ReverseResult } from './app/pay/reversal';
export type {
	ApprovedPayRequest,
	PayRequest,
	PayResult,
	ReconcileRequest,
} from './app/pay/payRequest';
export type { BatchRecord, PayLineRecord, PayProblemRecord } from './items/payRecord';
export { payrollSystems } from './connectors/registry';
export type { PayrollPanel } from './connectors/engine/payrollSystem';
export {
	scorePeriod,
	type Records,
	type ScoreInput,
	type ScoreResult,
} from './app/scores/scorePeriod';
export type {
	DifferenceRecord,
	ExceptionRecord,
	FlagRecord,
	LineRecord,
	ScorecardRecord,
	SummaryRecord,
	TraceRecord,
} from './items/scoreRecord';

export { loadProcess, processes } from './rulebook/loadProcess';
export {
	assignTask,
	cancel,
	completeTask,
	confirmError,
	excuse,
	reassign,
	recordStep,
	type RecordInput,
	type RecordResult,
} from './app/work/recordWork';
export { listProcesses, openWork, type OpenWorkResult } from './app/work/openWork';
export {
	workEvidence,
	type WorkEvidenceInput,
	type WorkEvidenceResult,
} from './app/work/workEvidence';
export type { WorkInput } from './app/work/workOffice';
export type {
	IgnoredRecord,
	OpenWorkRecord,
	ProcessRecord,
	RefusedRecord,
	WorkEventRecord,
} from './items/workRecord';
