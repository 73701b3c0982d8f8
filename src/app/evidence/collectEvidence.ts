import { sinceOf } from '../../connectors/engine/commonParameters';
import type { Ports } from '../../connectors/engine/http';
import { readParameters, type Parameters, type Settings } from '../../connectors/engine/parameters';
import {
	readStream,
	streamRecords,
	type EvidenceStream,
	type Reading,
	type ReadRequest,
} from '../../connectors/engine/read';
import { openSession } from '../../connectors/engine/session';
import type { Stream, System } from '../../connectors/engine/stream';
import { systems } from '../../connectors/registry';
import type { CoverageRecord } from '../../domain/evidence/record';
import { DAY, instantText, parseInstant } from '../../domain/kernel/instant';
import { parsePeriod, type Period } from '../../domain/kernel/period';
import type { Problem, Result } from '../../domain/kernel/result';
import type { Instant, TimeZone } from '../../domain/kernel/time';
import { Refusal } from '../refusal';
import { timeZone } from '../timeZone';

export interface CollectRequest {
	/** For example 'hubspot'. */
	readonly system: string;
	/** For example 'tickets'. */
	readonly stream: string;
	readonly baseUrl: string;
	/** YYYY-MM */
	readonly period: string;
	/** IANA; the period's days are local days of this zone. */
	readonly timeZone: string;
	/** Empty: the stream's own. */
	readonly activity?: string;
	readonly parameters?: Parameters;
	/** A preview: only so many records are read, and coverage is incomplete. */
	readonly maxItems?: number;
	readonly timeoutMs?: number;
}

const problem = (path: string, message: string, remedy: string): Problem => ({
	code: 'source.setting',
	path,
	message,
	remedy,
});

const named = (ids: readonly { readonly id: string }[]): string =>
	ids.map(({ id }) => id).join(', ');

interface Source {
	readonly system: System;
	readonly stream: Stream;
	readonly period: Period;
	readonly zone: TimeZone;
	readonly settings: Settings;
}

function findStream(request: CollectRequest): {
	system?: System;
	stream?: Stream;
	problems: Problem[];
} {
	const system = systems.find(({ id }) => id === request.system);
	if (!system) {
		const message = `there is no system '${request.system}'`;
		return { problems: [problem('system', message, `Choose one of ${named(systems)}`)] };
	}
	const stream = system.streams.find(({ id }) => id === request.stream);
	if (stream) return { system, stream, problems: [] };
	const message = `${system.label} has no '${request.stream}'`;
	return {
		system,
		problems: [problem('stream', message, `Choose one of ${named(system.streams)}`)],
	};
}

const isAddress = (url: string): boolean =>
	URL.canParse(url.trim()) && /^https?:$/.test(new URL(url.trim()).protocol);

function settingProblems(request: CollectRequest): readonly Problem[] {
	const { maxItems, timeoutMs } = request;
	const checks: readonly (readonly [boolean, string, string, string])[] = [
		[
			parsePeriod(request.period) !== undefined,
			'period',
			`'${request.period}' is not a month`,
			'Write it as YYYY-MM, for example 2026-10',
		],
		[
			timeZone(request.timeZone) !== undefined,
			'timeZone',
			`'${request.timeZone}' is not a time zone`,
			'Use an IANA name, for example Asia/Shanghai',
		],
		[
			isAddress(request.baseUrl),
			'baseUrl',
			'the base URL is not an http or https address',
			'Enter the base URL in the credential',
		],
		[
			maxItems === undefined || (Number.isInteger(maxItems) && maxItems > 0),
			'maxItems',
			`${maxItems} is not a number of records`,
			'Enter a whole number above 0, or leave it out',
		],
		[
			timeoutMs === undefined || timeoutMs > 0,
			'timeoutMs',
			`${timeoutMs} is not a time-out`,
			'Enter a number above 0, or leave it out',
		],
	];
	return checks.flatMap(([holds, ...rest]) => (holds ? [] : [problem(...rest)]));
}

function problemsOf(request: CollectRequest, settings: Result<Settings>): readonly Problem[] {
	const { problems } = findStream(request);
	return [...problems, ...settingProblems(request), ...(settings.ok ? [] : settings.problems)];
}

function sourceOf(request: CollectRequest): Source {
	const { system, stream } = findStream(request);
	const settings = readParameters(stream?.parameters ?? [], request.parameters ?? {});
	const problems = problemsOf(request, settings);
	const period = parsePeriod(request.period);
	const zone = timeZone(request.timeZone);
	if (problems.length > 0 || !system || !stream || !period || !zone || !settings.ok)
		throw new Refusal(problems);
	return { system, stream, period, zone, settings: settings.value };
}

/** What is asked for as the engine reads it, and when the period ends. Throws for settings that cannot be used. */
function opened(
	request: CollectRequest,
	ports: Ports,
): { readonly read: ReadRequest; readonly end: Instant } {
	const { system, stream, period, zone, settings } = sourceOf(request);
	const [from, to] = [zone.at(period.first, 0), zone.at(period.end, 0)];
	const now = parseInstant(ports.now());
	if (now === undefined)
		throw new Refusal([
			problem('now', 'the clock cannot be read', 'Give an ISO 8601 instant with offset'),
		]);
	const job = {
		session: openSession(ports, { ...request, rates: system.rates }),
		settings,
		period: { from, to },
		since: sinceOf(from, settings),
		zoneOf: timeZone,
		now,
	};
	const read = {
		job,
		stream,
		system: settings.text('systemName') ?? system.id,
		activity: request.activity?.trim() || stream.activity,
		period: period.id,
		maxItems: request.maxItems,
		atOnce: system.atOnce,
	};
	return { read, end: to };
}

/**
 * Reads one stream of a business system for a period. It rejects only for settings that cannot be used,
 * before any request; what fails at the source is the gap of an incomplete coverage.
 */
export async function collectEvidence(request: CollectRequest, ports: Ports): Promise<Reading> {
	const { read, end } = opened(request, ports);
	const { evidence, coverage } = await readStream(read);
	return { evidence, coverage: unlessOver(coverage, read, end) };
}

/**
 * The same for any number of records: they come as they are read, and the coverage at the end. Memory grows
 * with their ids only. Throws at once for settings that cannot be used.
 */
export function streamEvidence(request: CollectRequest, ports: Ports): EvidenceStream {
	const { read, end } = opened(request, ports);
	return streamed(read, end);
}

async function* streamed(read: ReadRequest, end: Instant): EvidenceStream {
	return unlessOver(yield* streamRecords(read), read, end);
}

/** A clock that is further behind is wrong, and says nothing of what its system had stored. */
const mostBehind = DAY;

/** Up to when a reading shows what happened: a system's clock may be behind ours, and its lists behind its clock. */
function shownUpTo({ asOf }: CoverageRecord, now: Instant): Instant {
	const told = parseInstant(asOf) ?? now;
	return now - told > mostBehind ? now : told;
}

/** What was read before the month is over is not all of it, however completely it was read. */
function unlessOver(coverage: CoverageRecord, { job }: ReadRequest, end: Instant): CoverageRecord {
	const shown = shownUpTo(coverage, job.now);
	if (shown >= end) return coverage;
	const over =
		job.now < end
			? `the month ${coverage.period} is not over until ${instantText(end)}: read it again then`
			: `the system shows the month ${coverage.period} only up to ${instantText(shown)}: read it again some minutes later`;
	const gap = coverage.gap === null ? over : `${coverage.gap}; ${over}`;
	return { ...coverage, complete: false, gap };
}
