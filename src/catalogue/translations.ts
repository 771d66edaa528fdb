import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Problem } from './problem.ts';
import { listFolder, type Read, readEntry } from './read-file.ts';
import type { Text } from './schema.ts';

export const TRANSLATIONS_FOLDER = 'translations';

const line = z.string().trim().min(1);
/** An English text of the file, and the same in the language of the folder. */
const translationSchema = z.record(line, line);

/** The texts of one knowledge file in a language that does not stand beside the English. */
export type TranslationFile = {
	locale: string;
	/** The file that is translated, from the knowledge folder. */
	of: string;
	texts: ReadonlyMap<string, string>;
};

/** Where the translation of a knowledge file lies: its path again, in the folder of the language. */
export function translationPath(locale: string, file: string): string {
	return `${TRANSLATIONS_FOLDER}/${locale}/${file}`;
}

/**
 * Reads translations/<language>, which repeats the paths of the knowledge.
 * @param folder path of knowledge/
 */
export function readTranslations(folder: string): Read<TranslationFile[]> {
	if (!existsSync(join(folder, TRANSLATIONS_FOLDER))) {
		return { entry: [], problems: [] };
	}
	const { names: locales, problems } = listFolder(folder, TRANSLATIONS_FOLDER);
	const entry: TranslationFile[] = [];
	for (const locale of locales) {
		const { files, problems: unlisted } = listFiles(folder, `${TRANSLATIONS_FOLDER}/${locale}`);
		problems.push(...unlisted);
		for (const file of files) {
			const read = readEntry(join(folder, file), file, translationSchema);
			problems.push(...read.problems);
			const of = file.slice(translationPath(locale, '').length);
			entry.push({ locale, of, texts: new Map(Object.entries(read.entry ?? {})) });
		}
	}
	return { entry, problems };
}

function listFiles(folder: string, inside: string): { files: string[]; problems: Problem[] } {
	const { names, problems } = listFolder(folder, inside);
	const files: string[] = [];
	for (const name of names.map((each) => `${inside}/${each}`)) {
		if (statSync(join(folder, name)).isDirectory()) {
			const within = listFiles(folder, name);
			files.push(...within.files);
			problems.push(...within.problems);
		} else {
			files.push(name);
		}
	}
	return { files, problems };
}

/** Makes the function that adds to the texts of an entry what the translations of its files say, the first before all. */
export function createTranslator(translations: readonly TranslationFile[]) {
	const byFile = new Map<string, TranslationFile[]>();
	for (const translation of translations) {
		byFile.set(translation.of, [...(byFile.get(translation.of) ?? []), translation]);
	}
	return <T>(files: readonly string[], entry: T): T =>
		addTexts(
			entry,
			files.toReversed().flatMap((file) => byFile.get(file) ?? []),
		);
}

/** An English text that was corrected since has no translation: an old fact is not shown in any language. */
function addTexts<T>(entry: T, translations: readonly TranslationFile[]): T {
	if (translations.length === 0 || typeof entry !== 'object' || entry === null) {
		return entry;
	}
	if ('en' in entry && typeof entry.en === 'string') {
		return { ...translate(entry as unknown as Text, translations), ...entry };
	}
	const children = Object.entries(entry).map(([key, child]) => [key, addTexts(child, translations)] as const);
	return (Array.isArray(entry) ? children.map(([, child]) => child) : Object.fromEntries(children)) as T;
}

function translate({ en }: Text, translations: readonly TranslationFile[]): Record<string, string> {
	return Object.fromEntries(
		translations.flatMap(({ locale, texts }) => {
			const translated = texts.get(en);
			return translated === undefined ? [] : [[locale, translated]];
		}),
	);
}
