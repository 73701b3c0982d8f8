import type { Instant, TimeZone } from '../../../domain/kernel/time';
import { momentOf } from '../../engine/moment';
import { lacking } from '../../engine/problem';
import type { Job } from '../../engine/stream';
import type { Parameter } from '../../engine/system';

export const companyZone: Parameter = {
	name: 'companyTimeZone',
	label: 'Company Time Zone',
	description:
		'The time zone of the company in DingTalk, whose times come without one, or with a Z that may not be meant; which of the two is found out by asking DingTalk',
	kind: 'text',
	default: 'Asia/Shanghai',
	required: true,
};

type Told = string | number | null | undefined;
export type Clock = (told: Told) => Instant | undefined;

export function companyZoneOf({ settings, zoneOf }: Pick<Job, 'settings' | 'zoneOf'>): TimeZone {
	const name = settings.text(companyZone.name) ?? '';
	const zone = zoneOf(name);
	if (zone) return zone;
	throw lacking(
		'DingTalk approvals',
		`the time zone ${name} is not known`,
		'Enter a name such as Asia/Shanghai in Company Time Zone',
	);
}

/** As written: a Z is UTC, no ending is local. Local: a Z is not meant. */
const clocks = (zone: TimeZone): readonly [Clock, Clock] => [
	(told) => momentOf(told, zone),
	(told) => momentOf(typeof told === 'string' ? told.trim().replace(/Z$/, '') : told, zone),
];

/**
 * How DingTalk's times are meant: its description does not say, but its list takes instants and finds an
 * approval by its start. `isStart` asks whether the approval was started about then.
 */
export async function findClock(
	start: Told,
	zone: TimeZone,
	isStart: (at: Instant) => Promise<boolean>,
): Promise<Clock> {
	const [asWritten, local] = clocks(zone);
	if (start !== undefined && asWritten(start) === local(start)) return asWritten;
	for (const clock of [asWritten, local]) {
		const at = clock(start);
		if (at !== undefined && (await isStart(at))) return clock;
	}
	throw lacking(
		'DingTalk approvals',
		'the times of an approval do not agree with when DingTalk lists it',
		'Correct Company Time Zone, and try again',
	);
}
