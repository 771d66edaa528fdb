import { REQUIRED_LOCALES } from '../../catalogue/rules/languages.ts';
import { linkSchema, type Source, sourceSchema, type Text } from '../../catalogue/schema.ts';
import { READINGS } from '../../catalogue/vocabulary.ts';
import { type Ask, CONTROL, type Path, within } from './interview.ts';
import { matching, oneOf, optional, words, yesOrNo } from './validators.ts';

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language' });

/** Asks for the same sentence in every language, one after the other. */
export async function askText(ask: Ask, path: Path, what: string): Promise<Text> {
	const en = await ask([...path, 'en'], `${what}, in English:`, words());
	return askOtherLanguages(ask, path, { what, en });
}

/** Asks for a text that may be missing: an empty English one means that there is none. */
export async function askOptionalText(ask: Ask, path: Path, what: string): Promise<Text | undefined> {
	const en = await ask([...path, 'en'], `${what}, in English (empty: none):`, optional(words()));
	return en === undefined ? undefined : askOtherLanguages(ask, path, { what, en });
}

/** Asks for texts until an empty one, after those that are there already. */
export async function askMoreTexts(ask: Ask, path: Path, what: string, texts: readonly Text[] = []): Promise<Text[]> {
	const number = texts.length;
	const text = await askOptionalText(ask, [...path, number], `${what} ${number + 1}`);
	return text ? askMoreTexts(ask, path, what, [...texts, text]) : [...texts];
}

async function askOtherLanguages(ask: Ask, path: Path, { what, en }: { what: string; en: string }): Promise<Text> {
	const text: Text = { en };
	for (const locale of REQUIRED_LOCALES.filter((id) => id !== 'en')) {
		const question = `${what}, in ${LANGUAGES.of(locale) ?? locale} (${locale}):`;
		text[locale] = await ask([...path, locale], question, words());
	}
	return text;
}

/**
 * Asks for the pages from which something is known: at least one.
 * @param today the day of reading, as 2026-11-15
 */
export async function askSources(ask: Ask, today: string): Promise<Source[]> {
	const sources: Source[] = [];
	do {
		sources.push(await askSource(within(ask, 'sources', sources.length), sources.length + 1, today.slice(0, 7)));
	} while (await ask(['sources', sources.length, CONTROL], 'Another source? yes or no:', yesOrNo));
	return sources;
}

const page = matching(linkSchema.shape.url, 'an address that begins with https://');
const day = matching(sourceSchema.shape.checked, 'a date like 2026, 2026-11 or 2026-11-20');

async function askSource(ask: Ask, number: number, month: string): Promise<Source> {
	const url = await ask(
		['url'],
		`Source ${number}: the address of a page that anybody can open, beginning with https://:`,
		page,
	);
	const official = await ask(
		['official'],
		"Is it a page of the carrier, of a phone's maker or of an authority? yes or no:",
		yesOrNo,
	);
	const date = await ask(
		['date'],
		'The date that the page gives itself, like 2026, 2026-11 or 2026-11-20 (empty: it shows none):',
		optional(day),
	);
	const read = await ask(['read'], 'Opened live, or read in a saved copy? live or copy:', oneOf(READINGS));
	const when = `When you read it, like 2026-11 or 2026-11-20 (empty: ${month}):`;
	const checked = (await ask(['checked'], when, optional(day))) ?? month;
	const says = await ask(
		['says'],
		'What it says, in your own words, with every number that the texts repeat:',
		words(),
	);
	return { url, official, ...(date === undefined ? { of: 'unknown' } : { date }), read, checked, says };
}
