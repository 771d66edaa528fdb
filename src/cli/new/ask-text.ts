import { REQUIRED_LOCALES } from '../../catalogue/rules/languages.ts';
import type { Text } from '../../catalogue/schema.ts';
import type { Ask, Reader } from './dialogue.ts';
import { optional, words } from './readers.ts';

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language' });

/** The same sentence in every language, one after the other. */
export async function askText(ask: Ask, what: string, english: Reader<string> = words()): Promise<Text> {
	return inOtherLanguages(ask, what, await ask(`${what}, in English:`, english));
}

/** A text that may be missing: an empty English one means that there is none. */
export async function askOptionalText(ask: Ask, what: string): Promise<Text | undefined> {
	const en = await ask(`${what}, in English (empty: none):`, optional(words()));
	return en === undefined ? undefined : inOtherLanguages(ask, what, en);
}

/** Texts until an empty one, behind those that are there already. */
export async function askMoreTexts(ask: Ask, what: string, texts: readonly Text[] = []): Promise<Text[]> {
	const text = await askOptionalText(ask, `${what} ${texts.length + 1}`);
	return text ? askMoreTexts(ask, what, [...texts, text]) : [...texts];
}

async function inOtherLanguages(ask: Ask, what: string, en: string): Promise<Text> {
	const text: Text = { en };
	for (const locale of REQUIRED_LOCALES.filter((id) => id !== 'en')) {
		text[locale] = await ask(`${what}, in ${LANGUAGES.of(locale) ?? locale} (${locale}):`, words());
	}
	return text;
}
