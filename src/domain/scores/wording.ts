import type { Label } from '../kernel/label';
import { decimalText, fractionText, ratio, roundHalfUp, times, type Ratio } from '../kernel/ratio';
import type { Limit } from '../metrics/metric';

/** A text in the languages that staff read. */
export const say = (en: string, zh: string): Label => ({ en, zh });

/** Texts one after the other. */
export const joined = (...parts: readonly Label[]): Label =>
	say(parts.map((part) => part.en).join(''), parts.map((part) => part.zh).join(''));

export const nothing: Label = say('', '');

const MOST_DECIMALS = 6;

/** A number exactly: a decimal where it ends within six places, else a fraction. 37/2 → '18.5', 45/47 → '45/47'. */
export function exactText(x: Ratio): string {
	const units = times(x, ratio(10n ** BigInt(MOST_DECIMALS)));
	return units.d === 1n ? decimalText(units.n, MOST_DECIMALS) : fractionText(x);
}

/** A share exactly: in per cent where that ends, else as a fraction. 9/10 → '90 %', 45/47 → '45/47'. */
export function shareText(x: Ratio): string {
	const percent = exactText(times(x, ratio(100n)));
	return percent.includes('/') ? fractionText(x) : `${percent} %`;
}

/** Points exactly, with what is shown of them where that is not all. 900/47 → '900/47 (≈ 19.15)'. */
export function pointsText(x: Ratio): string {
	const exact = exactText(x);
	return exact.includes('/') ? `${exact} (≈ ${decimalText(roundHalfUp(x, 2), 2)})` : exact;
}

const MS_PER_HOUR = 3_600_000;
const MS_PER_MINUTE = 60_000;

/** A limit as people say it: '24 h', '8 working hours', '10 working minutes', '1 working day'. */
export function limitText(limit: Limit): Label {
	if (limit.kind === 'workingDays')
		return say(
			`${limit.days} working ${limit.days === 1 ? 'day' : 'days'}`,
			`${limit.days} 个工作日`,
		);
	const short = limit.ms < MS_PER_HOUR;
	const per = short ? MS_PER_MINUTE : MS_PER_HOUR;
	const count = exactText(ratio(BigInt(limit.ms), BigInt(per)));
	const many = count === '1' ? '' : 's';
	if (limit.kind === 'hours')
		return short ? say(`${count} min`, `${count} 分钟`) : say(`${count} h`, `${count} 小时`);
	return short
		? say(`${count} working minute${many}`, `${count} 个工作分钟`)
		: say(`${count} working hour${many}`, `${count} 个工作小时`);
}
