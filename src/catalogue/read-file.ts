import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { parseYaml } from './parse-yaml.ts';
import { formatPlace, type Problem } from './problem.ts';
import { readText, unreadable } from './read-text.ts';
import type { Expand } from './same-as.ts';

/** What could be read, and all that is wrong with it. */
export type Read<T> = { entry?: T; problems: Problem[] };

/**
 * Reads one YAML file and holds it against its schema.
 * @param path where the file lies
 * @param file how it is named in problems
 * @param expand puts what other files have in place of references to it
 * @returns the entry, or all that is wrong with it
 */
export function readEntry<T>(
	path: string,
	file: string,
	schema: z.ZodType<T>,
	expand?: Expand,
): Read<T> & { from?: readonly string[] } {
	const { entry: text, problems: unread } = readText(path, file);
	if (text === undefined) {
		return { problems: unread };
	}
	const { value: written, problems } = parseYaml(text, file);
	if (problems.length > 0) {
		return { problems };
	}
	const { value, from = [], problems: unresolved = [] } = expand?.(written, file) ?? { value: written };
	if (unresolved.length > 0) {
		return { problems: [...unresolved] };
	}
	const result = schema.safeParse(value, { reportInput: true });
	return result.success
		? { entry: result.data, problems: [], from }
		: { problems: result.error.issues.flatMap((issue) => toProblems(file, issue)) };
}

function toProblems(file: string, issue: z.core.$ZodIssue): Problem[] {
	if (issue.code === 'unrecognized_keys') {
		return issue.keys.map((key) => ({
			file,
			place: formatPlace([...issue.path, key]),
			wrong: 'unknown field',
			remedy: 'Remove it, or correct its spelling; docs/knowledge.md lists the fields.',
		}));
	}
	const missing = issue.code === 'invalid_type' && issue.input === undefined;
	const value = typeof issue.input === 'string' || typeof issue.input === 'number' ? { value: `${issue.input}` } : {};
	return [
		{
			file,
			place: formatPlace(issue.path),
			wrong: missing ? 'missing' : 'not allowed here',
			...value,
			remedy: `${missing ? 'Add it' : 'Write instead'}: ${issue.message}.`,
		},
	];
}

/**
 * Lists a folder. Hidden files belong to editors and systems.
 * @param folder path of knowledge/
 * @param inside the folder in it, or '' for itself
 */
export function listFolder(folder: string, inside: string): { names: string[]; problems: Problem[] } {
	try {
		const names = readdirSync(join(folder, inside)).filter((name) => !name.startsWith('.'));
		return { names: names.sort(), problems: [] };
	} catch (error) {
		return { names: [], problems: [unreadable(inside || folder, error)] };
	}
}

/**
 * Finds what lies in a folder without ever being read, like a misspelt file.
 * @param folder path of knowledge/
 * @param inside the folder in it, or '' for itself
 * @param known the names of what is read
 */
export function findUnknownFiles(folder: string, inside: string, known: readonly string[]): Problem[] {
	const remedy = `Correct its name to one of ${known.join(', ')}, or remove it.`;
	const { names, problems } = listFolder(folder, inside);
	const unknown = names.filter((name) => !known.includes(name));
	return [
		...problems,
		...unknown.map((name) => {
			return { file: join(inside, name), place: '', wrong: 'nothing reads a file of this name', remedy };
		}),
	];
}
