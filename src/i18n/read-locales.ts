import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { LocaleError } from './locale-error.ts';

type Tree = { [key: string]: string | Tree };

/** One language: its own name, the language codes of Telegram that mean it, and its texts. */
export type LocaleFile = { id: string; name: string; codes: readonly string[]; texts: Tree };

export const BASE_LOCALE = 'en';

const treeSchema: z.ZodType<Tree> = z.lazy(() => z.record(z.string(), z.union([z.string().min(1), treeSchema])));
const fileSchema = z.object({
	meta: z.strictObject({ name: z.string().min(1), codes: z.array(z.string().min(1)).min(1) }),
});

/**
 * Reads every language in the folder. A new language is a new file; no code knows their names.
 * @param folder path of locales/
 * @throws LocaleError naming the file and the key that is missing, unknown or empty
 */
export function readLocales(folder: string): LocaleFile[] {
	const files = readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.sort()
		.map((name) => readLocale(join(folder, name)));
	const base = files.find((file) => file.id === BASE_LOCALE);
	if (!base) {
		throw new LocaleError(`${folder} has no ${BASE_LOCALE}.json: restore it, it is the base of all languages.`);
	}
	for (const file of files) {
		compareKeys(base, file);
	}
	return files;
}

function readLocale(path: string): LocaleFile {
	const id = basename(path, '.json');
	let content: unknown;
	try {
		content = JSON.parse(readFileSync(path, 'utf8'));
	} catch (error) {
		throw new LocaleError(`${path} is no JSON: ${(error as Error).message}. Mend it, or restore the file.`);
	}
	const file = fileSchema.safeParse(content);
	const { meta: _, ...rest } = Object(content) as Record<string, unknown>;
	const texts = treeSchema.safeParse(rest);
	if (!file.success || !texts.success) {
		const issue = (file.error ?? texts.error)?.issues[0];
		throw new LocaleError(`${path}: ${issue?.path.join('.')}: ${issue?.message}. Write a text that is not empty.`);
	}
	return { id, ...file.data.meta, texts: texts.data };
}

function compareKeys(base: LocaleFile, file: LocaleFile): void {
	const wanted = keysFor(file.id, listKeys(base.texts));
	const given = new Set(listKeys(file.texts));
	const missing = [...wanted].find((key) => !given.has(key));
	const extra = [...given].find((key) => !wanted.has(key));
	if (missing) {
		throw new LocaleError(`locales/${file.id}.json has no text for "${missing}": add it, as in ${base.id}.json.`);
	}
	if (extra) {
		throw new LocaleError(
			`locales/${file.id}.json has the unknown key "${extra}": remove it, or add it to ${base.id}.json.`,
		);
	}
}

function listKeys(tree: Tree, prefix = ''): string[] {
	return Object.entries(tree).flatMap(([key, value]) =>
		typeof value === 'string' ? [prefix + key] : listKeys(value, `${prefix}${key}.`),
	);
}

/** Languages differ in their plural forms: Japanese has one where English has two. */
function keysFor(locale: string, baseKeys: readonly string[]): Set<string> {
	const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
	const stems = baseKeys.filter((key) => key.endsWith('_other')).map((key) => key.slice(0, -'_other'.length));
	const isPlural = (key: string): boolean => stems.some((stem) => key.startsWith(`${stem}_`));
	return new Set([
		...baseKeys.filter((key) => !isPlural(key)),
		...stems.flatMap((stem) => forms.map((form) => `${stem}_${form}`)),
	]);
}
