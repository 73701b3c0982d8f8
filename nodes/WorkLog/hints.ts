import type { NodeHint } from 'n8n-workflow';
import { hint, periodHint } from '../_shared/panelHint';

/** What can be seen to be wrong before the run. */
export const workLogHints: NodeHint[] = [
	periodHint('$parameter["operation"] === "getEvidence"'),
	hint(
		'warning',
		'Time Zone is not known: write an IANA name, like Asia/Shanghai or Europe/Berlin',
		'!String($parameter["operation"]).startsWith("get") && DateTime.utc().setZone(String($parameter["timeZone"] ?? "Asia/Shanghai").trim()).isValid === false',
	),
];
