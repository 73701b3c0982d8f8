import type { HttpPort, HttpRequest, HttpResponse, Ports } from './http';
import type { Rate } from './rate';

/** One request that counts against a rate, until it leaves the time that the rate speaks of. */
interface Use {
	leaves: number;
}

/** The uses of one rate. */
class Meter {
	private uses: Use[] = [];
	private requests: number;

	constructor(private readonly rate: Rate) {
		this.requests = rate.requests;
	}

	counts({ url }: HttpRequest): boolean {
		return this.rate.of === undefined || url.includes(this.rate.of);
	}

	/** The earliest moment from `now` on at which one more is allowed. */
	freeAt(now: number): number {
		this.forget(now);
		if (this.uses.length < this.requests) return now;
		const leaving = this.uses.map(({ leaves }) => leaves).sort((a, b) => a - b);
		return leaving[leaving.length - this.requests] ?? now;
	}

	take(at: number): Use {
		const use = { leaves: at + this.rate.perMs };
		this.uses.push(use);
		return use;
	}

	/** The vendor counted a request at the latest when it answered; what others used counts like ours. */
	answered(use: Use, { headers }: HttpResponse, now: number): void {
		const { perMs, told } = this.rate;
		use.leaves = now + perMs;
		const { requests, remaining, resetMs } = told?.(headers) ?? {};
		if (requests !== undefined && requests > 0) this.requests = requests;
		if (remaining === undefined) return;
		this.forget(now);
		const leaves = now + Math.min(resetMs ?? perMs, perMs);
		for (let left = this.requests - this.uses.length; left > remaining; left -= 1)
			this.uses.push({ leaves });
	}

	private forget(now: number): void {
		this.uses = this.uses.filter(({ leaves }) => leaves > now);
	}
}

const longWait = 5_000;
const waitText = (ms: number): string =>
	`Waiting ${Math.ceil(ms / 1000)} s: the system allows no more requests until then`;

/**
 * Sends requests as fast as the rates allow: at once while there is an allowance, then each as soon as it
 * is free again. A 429 that comes all the same is left to the retries.
 */
export function paced(ports: Ports, rates: readonly Rate[]): HttpPort {
	const meters = rates.map((rate) => new Meter(rate));
	let latest = -Infinity;
	/** Never back, also where the machine's clock is set back. */
	const now = (): number => (latest = Math.max(latest, Date.parse(ports.now())));

	return async (request) => {
		const own = meters.filter((meter) => meter.counts(request));
		const asked = now();
		const at = Math.max(asked, ...own.map((meter) => meter.freeAt(asked)));
		const taken = own.map((meter) => ({ meter, use: meter.take(at) }));
		if (at > asked) {
			if (at - asked >= longWait) ports.progress?.(waitText(at - asked));
			await ports.wait(at - asked);
			if (ports.cancelled()) return { failure: 'cancelled', detail: '' };
			latest = Math.max(latest, at);
		}
		const answer = await ports.http(request);
		if ('status' in answer) for (const { meter, use } of taken) meter.answered(use, answer, now());
		return answer;
	};
}
