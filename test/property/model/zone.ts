/** A time zone, slowly: everything is asked of `Intl`. */
class LocalTime {
	private readonly format: Intl.DateTimeFormat;
	private readonly known = new Map<number, number>();

	constructor(timeZone: string) {
		this.format = new Intl.DateTimeFormat('en-US', {
			timeZone,
			hourCycle: 'h23',
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			hour: 'numeric',
			minute: 'numeric',
			second: 'numeric',
		});
	}

	/** Milliseconds that the clock on the wall is ahead of UTC. */
	private ahead(at: number): number {
		const quarter = Math.floor(at / 900_000) * 900_000;
		const known = this.known.get(quarter);
		if (known !== undefined) return known;
		const parts = new Map(
			this.format.formatToParts(quarter).map(({ type, value }) => [type, Number(value)]),
		);
		const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
		const wall = Date.UTC(
			of('year'),
			of('month') - 1,
			of('day'),
			of('hour'),
			of('minute'),
			of('second'),
		);
		this.known.set(quarter, wall - quarter);
		return wall - quarter;
	}

	/** The local date, as midnight in UTC. */
	dateOf(at: number): number {
		return Math.floor((at + this.ahead(at)) / 86_400_000) * 86_400_000;
	}

	/** The first instant at which the wall shows `minutes` of that date, or has just skipped it. */
	at(date: number, minutes: number): number {
		const wall = date + minutes * 60_000;
		const offsets = [this.ahead(wall - 86_400_000), this.ahead(wall + 86_400_000)];
		const showing = offsets
			.map((offset) => wall - offset)
			.filter((candidate) => candidate + this.ahead(candidate) === wall);
		if (showing.length > 0) return Math.min(...showing);
		let gap = Math.floor((wall - 86_400_000) / 900_000) * 900_000;
		while (gap + this.ahead(gap) < wall) gap += 900_000;
		return gap;
	}
}

const zones = new Map<string, LocalTime>();

/** One of each, because what was asked is remembered. */
export function localTime(timeZone: string): LocalTime {
	const zone = zones.get(timeZone) ?? new LocalTime(timeZone);
	zones.set(timeZone, zone);
	return zone;
}

export type { LocalTime };
