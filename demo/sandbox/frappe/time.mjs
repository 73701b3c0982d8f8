// Frappe keeps and shows times without a zone: the local time of the site, with microseconds.

const formatters = new Map();

const formatter = (zone) => {
	if (!formatters.has(zone))
		formatters.set(
			zone,
			new Intl.DateTimeFormat('en-CA', {
				timeZone: zone,
				hourCycle: 'h23',
				...{ year: 'numeric', month: '2-digit', day: '2-digit' },
				...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
			}),
		);
	return formatters.get(zone);
};

/** naive(0, 'Asia/Shanghai') is '1970-01-01 08:00:00.000000'. */
export const naive = (ms, zone) => {
	const parts = Object.fromEntries(
		formatter(zone)
			.formatToParts(ms)
			.map(({ type, value }) => [type, value]),
	);
	const fraction = String(((ms % 1000) + 1000) % 1000).padStart(3, '0');
	return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}:${parts.second}.${fraction}000`;
};

/** For comparing: a date is its first moment, and every fraction has six digits. */
export const comparableTime = (text) => {
	const [day, clock = '00:00:00'] = String(text).trim().replace('T', ' ').split(' ');
	const [hms, fraction = ''] = clock.split('.');
	const [h = '00', m = '00', s = '00'] = hms.split(':');
	return `${day} ${h.padStart(2, '0')}:${m.padStart(2, '0')}:${s.padStart(2, '0')}.${fraction.padEnd(6, '0')}`;
};
