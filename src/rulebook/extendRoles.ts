import { catalogRoles, roleById } from './catalog';
import { isObject } from './draft';
import { finding, notOneOf, pathText, shown } from './finding';
import type { Finding, Path } from './finding';
import { mergePart, parts } from './mergePart';
import { choices, nearest } from './nearest';

type Fields = { readonly [name: string]: unknown };

/** A rulebook in which every role stands whole. */
export interface Extended {
	readonly rulebook: unknown;
	/** By the given JSON's own paths. */
	readonly findings: readonly Finding[];
	/** Merged path → the path at which the user wrote it, or would write a change of it. */
	readonly origins: ReadonlyMap<string, string>;
	/** Roles that extend nothing that is known: what they miss cannot be told. */
	readonly unknown: readonly Path[];
}

interface ExtendedRole {
	readonly role: unknown;
	readonly findings: readonly Finding[];
	readonly origins: readonly (readonly [merged: string, written: string])[];
	readonly known: boolean;
}

const presetIds = catalogRoles.map(({ role }) => role.id);

/** The preset that is named, or else the one most likely meant. */
function presetOf(name: unknown, path: Path): { preset?: Fields | undefined; findings: Finding[] } {
	if (typeof name !== 'string') {
		const says = `is ${shown(name)}, expected the id of a preset in quotes`;
		return {
			findings: [finding('value', path, says, `Set it to ${choices(presetIds)}.`)],
		};
	}
	const preset = roleById(name);
	if (preset !== undefined) return { preset, findings: [] };
	const meant = roleById(nearest(name, presetIds) ?? '');
	return { preset: meant, findings: [notOneOf(path, name, presetIds)] };
}

function extendRole(given: unknown, path: Path): ExtendedRole {
	if (!isObject(given) || (given['extends'] ?? '') === '') {
		return { role: given, findings: [], origins: [], known: true };
	}
	const { extends: name, ...own } = given;
	const { preset, findings } = presetOf(name, [...path, 'extends']);
	if (preset === undefined) return { role: own, findings, origins: [], known: false };
	const role: { [field: string]: unknown } = { ...preset, ...own };
	const origins: [string, string][] = [];
	for (const part of parts) {
		const change = own[part.name];
		if (typeof change !== 'object' && change !== undefined) continue;
		const at = [...path, part.name];
		const merged = mergePart(preset[part.name] as readonly Fields[], change, part, at);
		role[part.name] = change === null ? [] : merged.entries.map((entry) => entry.value);
		findings.push(...merged.findings);
		merged.entries.forEach(({ written }, index) => {
			origins.push([pathText([...at, index]), pathText(written)]);
		});
	}
	return { role, findings, origins, known: true };
}

/**
 * Puts the preset in the place of each `extends`. The role's own fields replace the preset's; work is changed
 * by activity, indicators and leader criteria by id, and null removes.
 */
export function extendRoles(given: unknown): Extended {
	if (!isObject(given) || !Array.isArray(given['roles'])) {
		return { rulebook: given, findings: [], origins: new Map(), unknown: [] };
	}
	const roles = given['roles'].map((role: unknown, index) => extendRole(role, ['roles', index]));
	return {
		rulebook: { ...given, roles: roles.map(({ role }) => role) },
		findings: roles.flatMap(({ findings }) => findings),
		origins: new Map(roles.flatMap(({ origins }) => origins)),
		unknown: roles.flatMap(({ known }, index) => (known ? [] : [['roles', index]])),
	};
}
