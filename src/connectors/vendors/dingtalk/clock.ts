import type { Instant } from '../../../domain/kernel/time';
import { momentOf } from '../../engine/moment';
import { lacking } from '../../engine/problem';
import type { Job } from '../../engine/stream';
import type { Parameter } from '../../engine/system';

/** DingTalk's description gives times as text and does not say whether an ending Z is meant. */
export const timesAre: Parameter = {
	name: 'timesAre',
	label: 'Times Are',
	description:
		'How the times of tasks are meant: compare a preview with DingTalk’s own screen once. Times that contradict the window that was asked for are refused.',
	kind: 'choice',
	default: 'utc',
	choices: [
		{
			value: 'utc',
			label: 'As Written',
			description: 'A time that ends in Z is UTC; one without an ending is local',
		},
		{
			value: 'local',
			label: 'Always Local',
			description: 'In the zone of Company Time Zone, even where they end in Z',
		},
	],
};
export const companyZone: Parameter = {
	name: 'companyTimeZone',
	label: 'Company Time Zone',
	description: 'The time zone of DingTalk’s local times',
	kind: 'text',
	default: 'Asia/Shanghai',
	required: true,
};

export type Clock = (told: string | number | null | undefined) => Instant | undefined;

export function clockOf({ settings, zoneOf }: Pick<Job, 'settings' | 'zoneOf'>): Clock {
	const name = settings.text(companyZone.name) ?? '';
	const zone = zoneOf(name);
	if (!zone)
		throw lacking(
			'DingTalk approvals',
			`the time zone ${name} is not known`,
			'Enter a name such as Asia/Shanghai in Company Time Zone',
		);
	const isLocal = settings.text(timesAre.name) === 'local';
	return (told) =>
		momentOf(isLocal && typeof told === 'string' ? told.trim().replace(/Z$/, '') : told, zone);
}

const HOUR = 3_600_000;

/** An instance starts in the window in which DingTalk finds it; times that say otherwise are misread. */
export function checkStart(
	start: Instant | undefined,
	{ from, to }: { readonly from: Instant; readonly to: Instant },
): void {
	if (start === undefined || (start > from - HOUR && start < to + HOUR)) return;
	throw lacking(
		'DingTalk approvals',
		'an approval says that it was started outside the time in which DingTalk lists it',
		'Choose the other setting in Times Are, or correct Company Time Zone',
	);
}
