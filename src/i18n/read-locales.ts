import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { OperatorError } from '../errors.ts';
import { scriptPattern } from './of-words.ts';

type Tree = { [key: string]: string | Tree };

export type LocaleFile = {
	/** A BCP 47 tag, which is the file's name: en, ja, zh-Hans. */
	id: string;
	/** The language's own name. */
	name: string;
	/** The language codes of Telegram that mean it. */
	codes: readonly string[];
	/** The Unicode scripts that only this language is written in. */
	scripts: readonly string[];
	/** Letters that only this language uses, of those that share a script. */
	letters: string;
	/** Whether texts may be missing. English is shown in their place. */
	partial: boolean;
	texts: Tree;
};

export const BASE_LOCALE = 'en';

/** How many more missing texts are named: nobody reads a list of all 280. */
const MAX_KEYS = 10;

const treeSchema: z.ZodType<Tree> = z.lazy(() => z.record(z.string(), z.union([z.string().min(1), treeSchema])));
const fileSchema = z.object({
	meta: z.strictObject({
		name: z.string().min(1),
		codes: z.array(z.string().min(1)).min(1),
		scripts: z.array(z.string().refine(isScript, 'no script of Unicode, like Hangul')).default([]),
		letters: z.string().default(''),
		/** Must be written by the translator, so that a forgotten text is not taken for one that is still to come. */
		partial: z.boolean().default(false),
	}),
});

/**
 * Reads and checks every language in the folder. A new language is a new file; no code knows their names.
 * @param folder path of locales/
 * @throws OperatorError naming the file, what is wrong in it, and the remedy
 */
export function readLocales(folder: string): LocaleFile[] {
	const files = readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.sort()
		.map((name) => readLocale(join(folder, name)));
	const base = files.find((file) => file.id === BASE_LOCALE);
	if (!base) {
		throw new OperatorError(`${folder} has no ${BASE_LOCALE}.json: restore it, it is the base of all languages.`);
	}
	for (const file of files) {
		checkId(file);
		checkTexts(file, base);
	}
	checkCodes(files);
	return files;
}

function isScript(name: string): boolean {
	try {
		return scriptPattern(name) instanceof RegExp;
	} catch {
		return false;
	}
}

function readLocale(path: string): LocaleFile {
	const id = basename(path, '.json');
	let content: unknown;
	try {
		content = JSON.parse(readFileSync(path, 'utf8'));
	} catch (error) {
		throw new OperatorError(`${path} is no JSON: ${(error as Error).message}. Mend it, or restore the file.`);
	}
	const file = fileSchema.safeParse(content);
	if (!file.success) {
		throw new OperatorError(
			`${path}: ${file.error.issues[0]?.path.join('.')} is missing or wrong: begin the file with "meta": ` +
				'{"name": "한국어", "codes": ["ko"]}: the language\'s own name, the codes that Telegram sends for it, and ' +
				'"partial": true as long as texts are to come.',
		);
	}
	const { meta: _, ...rest } = Object(content) as Record<string, unknown>;
	const texts = treeSchema.safeParse(rest);
	if (!texts.success) {
		const issue = texts.error.issues[0];
		throw new OperatorError(`${path}: ${issue?.path.join('.')}: ${issue?.message}. Write a text that is not empty.`);
	}
	return { id, ...file.data.meta, texts: texts.data };
}

function checkId({ id }: LocaleFile): void {
	try {
		Intl.getCanonicalLocales(id);
	} catch {
		throw new OperatorError(
			`locales/${id}.json is not named after a language: name it as BCP 47 does, like ko.json or pt-BR.json.`,
		);
	}
}

/** A code must lead to one language. */
function checkCodes(files: readonly LocaleFile[]): void {
	const owners = new Map<string, string>();
	for (const { id, codes } of files) {
		for (const code of codes.map((each) => each.toLowerCase())) {
			const owner = owners.get(code);
			if (owner !== undefined) {
				throw new OperatorError(
					`locales/${owner}.json and locales/${id}.json both have the code "${code}": leave it in one of them.`,
				);
			}
			owners.set(code, id);
		}
	}
}

/** Compares a language with the base: keys that are missing or unknown, and values that do not exist. */
function checkTexts(file: LocaleFile, base: LocaleFile): void {
	const baseTexts = new Map(listTexts(base.texts));
	const texts = new Map(listTexts(file.texts));
	const baseKeys = keysFor(file.id, [...baseTexts.keys()]);
	const [missing, ...more] = [...baseKeys.keys()].filter((key) => !texts.has(key));
	if (missing !== undefined && (file === base || !file.partial)) {
		throw new OperatorError(
			`locales/${file.id}.json has no text for "${missing}": add it, as in ${base.id}.json, ` +
				`or write "partial": true into its "meta" until all texts are there.${listMore(more)}`,
		);
	}
	for (const [key, text] of texts) {
		const baseKey = baseKeys.get(key);
		if (baseKey === undefined) {
			throw new OperatorError(
				`locales/${file.id}.json has the unknown key "${key}": remove it, or add it to ${base.id}.json.`,
			);
		}
		checkValues(file, key, { text, baseText: baseTexts.get(baseKey) ?? '' });
	}
}

function listMore(keys: readonly string[]): string {
	const shown = keys.slice(0, MAX_KEYS).map((key) => `"${key}"`);
	const rest = keys.length > MAX_KEYS ? ` and ${keys.length - MAX_KEYS} more` : '';
	return keys.length > 0 ? ` Also missing: ${shown.join(', ')}${rest}.` : '';
}

type Pair = { text: string; baseText: string };

/** A translation may use the values of the base text only. */
function checkValues({ id }: LocaleFile, key: string, { text, baseText }: Pair): void {
	const known = valuesIn(baseText);
	const unknown = valuesIn(text).find((name) => !known.includes(name));
	if (unknown !== undefined) {
		const names = known.map((name) => `{{${name}}}`).join(', ');
		const remedy = names === '' ? 'This text gets no value: remove it.' : `Write one of ${names}.`;
		throw new OperatorError(`locales/${id}.json: "${key}" asks for {{${unknown}}}, which does not exist. ${remedy}`);
	}
}

function valuesIn(text: string): string[] {
	return [...text.matchAll(/\{\{(.*?)\}\}/g)].map(([, name = '']) => name);
}

function listTexts(tree: Tree, prefix = ''): [string, string][] {
	return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
		typeof value === 'string' ? [[prefix + key, value]] : listTexts(value, `${prefix}${key}.`),
	);
}

/**
 * Languages differ in their plural forms: Japanese has one where English has two.
 * @returns each key that the language needs, and the base's key that it translates
 */
function keysFor(locale: string, baseKeys: readonly string[]): Map<string, string> {
	const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
	const plurals = baseKeys.filter((key) => key.endsWith('_other'));
	const stems = plurals.map((key) => key.slice(0, -'_other'.length));
	const isPlural = (key: string): boolean => stems.some((stem) => key.startsWith(`${stem}_`));
	return new Map([
		...baseKeys.filter((key) => !isPlural(key)).map((key) => [key, key] as const),
		...stems.flatMap((stem) => forms.map((form) => [`${stem}_${form}`, `${stem}_other`] as const)),
	]);
}
