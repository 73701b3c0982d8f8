import type { NodeHint } from 'n8n-workflow';
import { hint, periodHint } from '../_shared/panelHint';

/** What can be seen to be wrong before the run; the rules themselves are checked when it runs. */
export const scoreHints: NodeHint[] = [
	periodHint(),
	hint(
		'warning',
		'Cut-Off needs its offset from UTC, like 2026-11-01T02:00:00+08:00',
		'!/T.*(Z|[+-][0-9]{2}:?[0-9]{2})$/.test(String($parameter["asOf"] ?? ""))',
	),
	hint(
		'warning',
		'Time Zone is empty: set where days begin and end, like Asia/Shanghai',
		'$parameter["rulebookSource"] !== "json" && String($parameter["timeZone"] ?? "").trim() === ""',
	),
	hint(
		'warning',
		'Time Zone is not an IANA name like Asia/Shanghai',
		'$parameter["rulebookSource"] !== "json" && String($parameter["timeZone"] ?? "").trim() !== "" && !DateTime.now().setZone(String($parameter["timeZone"]).trim()).isValid',
	),
	hint(
		'warning',
		'Preset Roles is empty: choose at least one role',
		'$parameter["rulebookSource"] === "preset" && ($parameter["roles"] ?? []).length === 0',
	),
	hint(
		'warning',
		'Roles is empty: add at least one role',
		'$parameter["rulebookSource"] === "form" && ($parameter["rolesForm"]?.["role"] ?? []).length === 0',
	),
	hint(
		'warning',
		'Rulebook (JSON) is not valid JSON',
		'$parameter["rulebookSource"] === "json" && typeof $parameter["rulebook"] === "string" && (() => { try { JSON.parse($parameter["rulebook"]); return false; } catch { return true; } })()',
	),
	hint(
		'warning',
		'Indicators name an activity that the work of their role does not have: choose one of its activities',
		'$parameter["rulebookSource"] === "form" && ($parameter["rolesForm"]?.["role"] ?? []).some((role) => (role.indicators?.item ?? []).some((indicator) => !(role.work?.item ?? []).some((work) => work.activity === indicator.activity)))',
	),
	hint(
		'warning',
		'Points of a role do not add up to 100: indicators and leader criteria together have to',
		'$parameter["rulebookSource"] === "form" && ($parameter["rolesForm"]?.["role"] ?? []).some((role) => [...(role.indicators?.item ?? []), ...(role.leader?.item ?? [])].reduce((sum, part) => sum + Number(part.points), 0) !== 100)',
	),
];
