import { failed, ok } from '../domain/kernel/result';
import type { Result } from '../domain/kernel/result';
import type { Process } from '../domain/work/process';
import { toProcess } from './build/toProcess';
import { catalogProcesses } from './catalog';
import { checkProcess } from './checks/checkProcess';
import { without, withoutBlanks } from './draft';
import type { Draft } from './draft';
import { withoutEchoes } from './finding';
import { processShape } from './processShape';
import type { ProcessShape } from './processShape';
import { readJson } from './readJson';
import { shapeFindings } from './shapeFindings';
import { inReadingOrder, toProblem } from './toProblem';

/** A customer's process, from an object or JSON text, checked in full. All that is wrong comes back at once. */
export function loadProcess(json: unknown): Result<Process> {
	const read = readJson(json, 'copy a process that is shipped', 'process');
	if (!read.ok) return read;
	const given = withoutBlanks(read.value);
	const shape = processShape.safeParse(given);
	const wrong = shapeFindings(shape.error?.issues ?? [], given);
	const draft = without(given, wrong.told) as Draft<ProcessShape> | undefined;
	const checked = draft === undefined ? [] : checkProcess(draft, given);
	const problems = [...wrong.findings, ...withoutEchoes(checked, wrong.told)]
		.sort(inReadingOrder)
		.map((one) => toProblem(one, given, new Map(), 'process'));
	return shape.success && problems.length === 0 ? ok(toProcess(shape.data)) : failed(...problems);
}

/** The processes that are shipped, as JSON to show, change and load. */
export const processes = (): object[] => structuredClone([...catalogProcesses]);
