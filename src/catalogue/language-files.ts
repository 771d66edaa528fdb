import { join } from 'node:path';
import type { z } from 'zod';
import type { Problem } from './problem.ts';
import { listFolder, type Read, readEntry } from './read-file.ts';

/** What one file says, and in which language. */
export type LanguageFile<T> = { language: string; entry: T };

/** ko.yaml, zh-Hant.yaml, and parts of what would be too long for one file: en.first-set.yaml. */
const NAME = /^(?<language>[a-z]{2,3}(?:-[A-Z][A-Za-z]+)?)(?:\.[a-z0-9-]+)?\.yaml$/;

/**
 * Reads a folder that has a file for each language.
 * @param folder path of knowledge/
 * @param inside the folder in it
 */
export function readLanguageFiles<T>(folder: string, inside: string, schema: z.ZodType<T>): Read<LanguageFile<T>[]> {
	const { names, problems } = listFolder(folder, inside);
	const entry = names.flatMap((name) => {
		const file = `${inside}/${name}`;
		const language = NAME.exec(name)?.groups?.['language'];
		if (language === undefined) {
			problems.push(unnamed(file));
			return [];
		}
		const read = readEntry(join(folder, file), file, schema);
		problems.push(...read.problems);
		return read.entry === undefined ? [] : [{ language, entry: read.entry }];
	});
	return { entry, problems };
}

function unnamed(file: string): Problem {
	const remedy = 'Name it after its language, like ko.yaml, or ko.more.yaml where one file would be too long.';
	return { file, place: '', wrong: 'not named after a language', remedy };
}

export type ByLanguage = Readonly<Record<string, readonly string[]>>;

/**
 * Joins lists of the same name: each by language.
 * @param keys the names of the lists, which are there even if no language has one
 */
export function joinLists<K extends string>(
	files: readonly LanguageFile<{ readonly [key in K]: readonly string[] }>[],
	keys: readonly K[],
): { readonly [key in K]: ByLanguage } {
	return Object.fromEntries(keys.map((key) => [key, joinOne(files, (entry) => entry[key])])) as {
		[key in K]: ByLanguage;
	};
}

/** Joins one list of each file, by language. */
export function joinOne<T>(files: readonly LanguageFile<T>[], listOf: (entry: T) => readonly string[]): ByLanguage {
	const joined: Record<string, readonly string[]> = {};
	for (const { language, entry } of files) {
		const list = listOf(entry);
		if (list.length > 0) {
			joined[language] = [...(joined[language] ?? []), ...list];
		}
	}
	return joined;
}
