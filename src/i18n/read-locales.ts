import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { checkLocale, refuseSharedCodes } from './check-locale.ts';
import { LocaleError } from './locale-error.ts';

export type Tree = { [key: string]: string | Tree };

/**
 * One language: its own name, the language codes of Telegram that mean it, and its texts. A partial one may lack texts,
 * and is then English there.
 */
export type LocaleFile = { id: string; name: string; codes: readonly string[]; partial: boolean; texts: Tree };

export const BASE_LOCALE = 'en';

const treeSchema: z.ZodType<Tree> = z.lazy(() => z.record(z.string(), z.union([z.string().min(1), treeSchema])));
const fileSchema = z.object({
	meta: z.strictObject({
		name: z.string().min(1),
		codes: z.array(z.string().min(1)).min(1),
		/** Said aloud by whoever translates: a text that was forgotten is not a text that is still to come. */
		partial: z.boolean().default(false),
	}),
});

/**
 * Reads every language in the folder. A new language is a new file; no code knows their names.
 * @param folder path of locales/
 * @throws LocaleError naming the file, what is wrong in it, and the remedy
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
		checkLocale(file, base);
	}
	refuseSharedCodes(files);
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
	if (!file.success) {
		throw new LocaleError(
			`${path}: ${file.error.issues[0]?.path.join('.')} is missing or wrong: begin the file with "meta": ` +
				'{"name": "한국어", "codes": ["ko"]}: the language\'s own name, the codes that Telegram sends for it, and ' +
				'"partial": true as long as texts are to come.',
		);
	}
	const { meta: _, ...rest } = Object(content) as Record<string, unknown>;
	const texts = treeSchema.safeParse(rest);
	if (!texts.success) {
		const issue = texts.error.issues[0];
		throw new LocaleError(`${path}: ${issue?.path.join('.')}: ${issue?.message}. Write a text that is not empty.`);
	}
	return { id, ...file.data.meta, texts: texts.data };
}
