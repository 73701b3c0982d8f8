import { byCodeUnit } from '../kernel/canonicalJson';

/** Where records come from and what they are about. */
export interface Stream {
	readonly source: string;
	readonly system: string;
	readonly activity: string;
}

const compareStreams = (a: Stream, b: Stream): number =>
	byCodeUnit(a.source, b.source) ||
	byCodeUnit(a.system, b.system) ||
	byCodeUnit(a.activity, b.activity);

/** The streams that were met, each by a number. */
export class Streams {
	readonly all: Stream[] = [];
	private readonly index = new Map<string, Map<string, Map<string, number>>>();
	private last: Stream = { source: '', system: '', activity: '' };
	private lastIndex = -1;

	indexOf(source: string, system: string, activity: string): number {
		const { last } = this;
		if (source === last.source && activity === last.activity && system === last.system)
			return this.lastIndex;
		const systems = this.index.get(source) ?? new Map<string, Map<string, number>>();
		const activities = systems.get(system) ?? new Map<string, number>();
		const known = activities.get(activity) ?? this.all.length;
		if (known === this.all.length) {
			this.all.push({ source, system, activity });
			this.index.set(source, systems.set(system, activities.set(activity, known)));
		}
		this.last = this.all[known] ?? last;
		this.lastIndex = known;
		return known;
	}

	/** The place of each stream when they are sorted by source, system, activity. */
	ranks(): number[] {
		const sorted = this.all.map((stream, index) => ({ stream, index }));
		sorted.sort((a, b) => compareStreams(a.stream, b.stream));
		const ranks: number[] = [];
		sorted.forEach(({ index }, rank) => (ranks[index] = rank));
		return ranks;
	}
}
