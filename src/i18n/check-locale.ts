import { LocaleError } from './locale-error.ts';
import type { LocaleFile, Tree } from './read-locales.ts';

/**
 * Holds a language against the base: no text is missing unless the file says so, none is unknown, and none asks for a
 * value that nobody gives it.
 * @throws LocaleError naming the file, the key and the remedy
 */
export function checkLocale(file: LocaleFile, base: LocaleFile): void {
	refuseOddName(file);
	const baseTexts = new Map(listTexts(base.texts));
	const texts = new Map(listTexts(file.texts));
	const wanted = keysFor(file.id, [...baseTexts.keys()]);
	const missing = [...wanted.keys()].find((key) => !texts.has(key));
	if (missing && (file === base || !file.partial)) {
		throw new LocaleError(
			`locales/${file.id}.json has no text for "${missing}": add it, as in ${base.id}.json, ` +
				'or write "partial": true into its "meta" until all texts are there.',
		);
	}
	for (const [key, text] of texts) {
		const baseKey = wanted.get(key);
		if (baseKey === undefined) {
			throw new LocaleError(
				`locales/${file.id}.json has the unknown key "${key}": remove it, or add it to ${base.id}.json.`,
			);
		}
		refuseUnknownValues(file, key, { text, baseText: baseTexts.get(baseKey) ?? '' });
	}
}

/**
 * Telegram's code must lead to one language.
 * @throws LocaleError naming both files
 */
export function refuseSharedCodes(files: readonly LocaleFile[]): void {
	const owners = new Map<string, string>();
	for (const { id, codes } of files) {
		for (const code of codes.map((each) => each.toLowerCase())) {
			const owner = owners.get(code);
			if (owner !== undefined) {
				throw new LocaleError(
					`locales/${owner}.json and locales/${id}.json both have the code "${code}": leave it in one of them.`,
				);
			}
			owners.set(code, id);
		}
	}
}

function refuseOddName({ id }: LocaleFile): void {
	try {
		Intl.getCanonicalLocales(id);
	} catch {
		throw new LocaleError(
			`locales/${id}.json is not named after a language: name it as BCP 47 does, like ko.json or pt-BR.json.`,
		);
	}
}

type Pair = { text: string; baseText: string };

function refuseUnknownValues({ id }: LocaleFile, key: string, { text, baseText }: Pair): void {
	const given = valuesIn(baseText);
	const unknown = valuesIn(text).find((name) => !given.includes(name));
	if (unknown !== undefined) {
		const names = given.map((name) => `{{${name}}}`).join(', ');
		const remedy = names === '' ? 'This text gets no value: remove it.' : `Write one of ${names}.`;
		throw new LocaleError(`locales/${id}.json: "${key}" asks for {{${unknown}}}, which does not exist. ${remedy}`);
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
