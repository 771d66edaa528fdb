import type { CarrierFolder } from '../load.ts';
import type { Problem } from '../problem.ts';
import type { Text } from '../schema.ts';
import { translationPath } from '../translations.ts';
import { entriesByFile, type PlacedText, textsOf } from '../walk.ts';
import type { Rule } from './rule.ts';
import { KANA } from './scripts.ts';

/** Languages that stand side by side in every file, and that whoever corrects a fact writes. Others are translations of it. */
export const REQUIRED_LOCALES: readonly string[] = ['en', 'ja', 'zh-Hans', 'zh-Hant'];

/** Stands everywhere, since those who look after the knowledge read it. */
const BASE = 'en';

/**
 * Finds texts that are missing in a language, and languages that are misspelt.
 * @param required languages that every text must have, unless it says for which it is
 * @param known languages that a text may have too, so that a new language can grow text by text
 */
export function createLanguagesRule(required = REQUIRED_LOCALES, known: readonly string[] = []): Rule {
	const spoken = [...new Set([...required, ...known])];
	return {
		name: 'languages',
		description: 'Every text is written in all languages that it is for, and in none that the bot does not speak.',
		check: (knowledge) => [
			...entriesByFile(knowledge).flatMap(({ file, entry }) =>
				textsOf(entry).flatMap((placed) => [
					...missing(file, placed, required),
					...unspoken(file, placed, spoken),
					...unshown(file, placed),
				]),
			),
			...knowledge.carriers.flatMap(japaneseForAll),
		],
	};
}

function missing(file: string, { place, text, locales }: PlacedText, required: readonly string[]): Problem[] {
	return (locales ? [BASE, ...locales] : required)
		.filter((locale) => !text[locale]?.trim())
		.map((locale) => ({
			file: isBeside(locale) ? file : translationPath(locale, file),
			place: `${place}.${locale}`,
			wrong: 'the text is missing in this language',
			value: text.en,
			remedy: isBeside(locale)
				? `Write it in ${locale} beside the English text.`
				: 'Add it there under the English text, word for word; until then it is shown in English.',
		}));
}

function isBeside(locale: string): boolean {
	return REQUIRED_LOCALES.includes(locale);
}

function unspoken(file: string, { place, text }: PlacedText, spoken: readonly string[]): Problem[] {
	return besides(text, spoken).map((locale) => ({
		file,
		place: `${place}.${locale}`,
		wrong: 'the bot does not speak this language',
		value: locale,
		remedy: `Remove it, or correct it to one of ${spoken.join(', ')}.`,
	}));
}

function unshown(file: string, { place, text, locales }: PlacedText): Problem[] {
	return besides(text, locales ? [BASE, ...locales] : Object.keys(text)).map((locale) => ({
		file,
		place: `${place}.${locale}`,
		wrong: 'nobody is shown this text',
		value: text[locale] ?? '',
		remedy: `Remove it, or add ${locale} to the "locales" beside it.`,
	}));
}

function besides(text: Text, locales: readonly string[]): string[] {
	return Object.keys(text).filter((locale) => !locales.includes(locale));
}

/** A plain string stands in every language. */
function japaneseForAll({ file, entry }: CarrierFolder): Problem[] {
	const { name } = entry.account ?? {};
	return typeof name === 'string' && KANA.test(name)
		? [
				{
					file,
					place: 'account.name',
					wrong: 'a Japanese name for every language',
					value: name,
					remedy:
						'Write it as a text: a Japanese label in 「」, with its meaning behind, for those who read no Japanese.',
				},
			]
		: [];
}
