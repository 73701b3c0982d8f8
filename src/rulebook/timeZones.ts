/** Whether a name is one of the IANA time zone database, as the platform knows it. Offsets are none. */
export function timeZoneExists(id: string): boolean {
	if (!/^[A-Za-z]/.test(id)) return false;
	try {
		return new Intl.DateTimeFormat('en-US', { timeZone: id }).resolvedOptions().timeZone !== '';
	} catch {
		return false;
	}
}

export const timeZoneNames = (): readonly string[] => [
	...Intl.supportedValuesOf('timeZone'),
	'UTC',
];
