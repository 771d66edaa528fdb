import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { z } from 'zod';
import { formatPlace, type Problem } from './problem.ts';

/** Loaded with the first file, since a start from cached knowledge reads none. */
const loadYaml = (): typeof import('yaml') => createRequire(import.meta.url)('yaml');

/** What could be read, and all that is wrong with it. */
export type Read<T> = { entry?: T; problems: Problem[] };

/**
 * Reads one YAML file and holds it against its schema.
 * @param path where the file lies
 * @param file how it is named in problems
 * @returns the entry, or all that is wrong with it
 */
export function readEntry<T>(path: string, file: string, schema: z.ZodType<T>): Read<T> {
	const { value, problems } = parseYaml(path, file);
	if (problems.length > 0) {
		return { problems };
	}
	const result = schema.safeParse(value, { reportInput: true });
	return result.success
		? { entry: result.data, problems: [] }
		: { problems: result.error.issues.flatMap((issue) => toProblems(file, issue)) };
}

function parseYaml(path: string, file: string): { value?: unknown; problems: Problem[] } {
	let text: string;
	try {
		text = readFileSync(path, 'utf8');
	} catch (error) {
		const wrong = `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`;
		return { problems: [{ file, place: '', wrong, remedy: 'Check that the file is there and readable.' }] };
	}
	const { LineCounter, parseDocument } = loadYaml();
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
	const problems = document.errors.map((error): Problem => {
		const { line, col } = lines.linePos(error.pos[0]);
		return { file, place: `line ${line}, column ${col}`, wrong: error.message, remedy: 'Mend the YAML there.' };
	});
	// The library limits aliases, so a hostile file cannot exhaust the memory here.
	return problems.length > 0 ? { problems } : { value: document.toJS(), problems };
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
 * Finds what lies in a folder without ever being read, like a misspelt file. Hidden files belong to editors and systems.
 * @param folder path of knowledge/
 * @param inside the folder in it, or '' for itself
 * @param known the names of what is read
 */
export function findUnknownFiles(folder: string, inside: string, known: readonly string[]): Problem[] {
	const remedy = `Correct its name to one of ${known.join(', ')}, or remove it.`;
	return readdirSync(join(folder, inside))
		.filter((name) => !name.startsWith('.') && !known.includes(name))
		.map((name) => ({ file: join(inside, name), place: '', wrong: 'nothing reads a file of this name', remedy }));
}
