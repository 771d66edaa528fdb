import { join } from 'node:path';
import { parseYaml } from './parse-yaml.ts';
import { formatPlace, type Problem } from './problem.ts';
import { readText } from './read-text.ts';

/** A method that another file has: carrier/file/id. */
const REFERENCE = /^(?<file>[a-z0-9-]+\/[a-z-]+)\/(?<id>[a-z0-9-]+)$/;

export type Expanded = {
	value: unknown;
	/** The files whose methods were taken over, from the knowledge folder. */
	from: readonly string[];
	problems: readonly Problem[];
};

export type Expand = (value: unknown, file: string) => Expanded;

type Method = Readonly<Record<string, unknown>> & { id?: string };

/**
 * Makes the function that puts the method of another carrier in place of each `sameAs: carrier/file/id`: a way that
 * several brands share is corrected in one file.
 * @param folder path of knowledge/
 */
export function createExpand(folder: string): Expand {
	const read = new Map<string, unknown>();
	const readOnce = (file: string): unknown => {
		if (!read.has(file)) {
			const { entry } = readText(join(folder, file), file);
			read.set(file, entry === undefined ? undefined : parseYaml(entry, file).value);
		}
		return read.get(file);
	};
	return (value, file) => {
		const from = new Set<string>();
		const problems: Problem[] = [];
		const resolve = (reference: Record<string, unknown>, path: readonly PropertyKey[]): unknown => {
			const sameAs = String(reference['sameAs']);
			const { file: name, id } = REFERENCE.exec(sameAs)?.groups ?? {};
			const origin = `carriers/${name}.yaml`;
			const found = methodsIn(readOnce(origin)).find((other) => id !== undefined && other.id === id);
			if (!found || Object.keys(reference).length > 1) {
				problems.push({ file, place: formatPlace(path), ...(found ? NOT_ALONE : NOWHERE), value: sameAs });
				return reference;
			}
			from.add(origin);
			const { id: _, ...method } = found;
			return method;
		};
		const expand = (one: unknown, path: readonly PropertyKey[]): unknown => {
			if (Array.isArray(one)) return one.map((child, index) => expand(child, [...path, index]));
			if (!isObject(one)) return one;
			return 'sameAs' in one
				? resolve(one, [...path, 'sameAs'])
				: Object.fromEntries(Object.entries(one).map(([key, child]) => [key, expand(child, [...path, key])]));
		};
		return { value: expand(value, []), from: [...from], problems };
	};
}

const NOWHERE = {
	wrong: 'no such method',
	remedy: 'Write carrier/file/id, as in docomo/move-esim/iphone, of a method that has that "id" and is no reference.',
};
const NOT_ALONE = { wrong: 'something beside sameAs', remedy: 'Leave only sameAs, or write the whole method out.' };

/** Every method in a file, wherever it stands: those of carrier.yaml are in `identify` and `support`. */
function methodsIn(value: unknown): Method[] {
	if (!isObject(value)) return [];
	const own = 'method' in value && 'steps' in value ? [value as Method] : [];
	return [...own, ...Object.values(value).flatMap(methodsIn)];
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
