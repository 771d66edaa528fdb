import { createInstance, type TFunction } from 'i18next';
import { createForeignTest } from './foreign-language.ts';
import { createLabelFinder, createLanguageFinder } from './of-words.ts';
import { BASE_LOCALE, type LocaleFile } from './read-locales.ts';

/** A BCP 47 tag, which is the name of the language's file: en, ja, zh-Hans. */
export type Locale = string;

export type Translate = TFunction;

export type I18n = {
	locales: readonly LocaleFile[];
	/** The interface texts in one language. */
	translator: (locale: Locale) => Translate;
	/** The language for a code that Telegram sent, or undefined if there is none. */
	negotiate: (languageCode: string | undefined) => Locale | undefined;
	/** The language that a text is written in, where its letters alone tell. */
	ofWords: (words: string) => Locale | undefined;
	/** Whether a text is surely in a language that the bot does not speak. */
	isForeign: (words: string) => boolean;
	/** The language of a screen, told by the texts of its buttons. */
	ofLabels: (labels: readonly string[]) => Locale | undefined;
	/** The language that a person named by its id, a code or its own name. */
	find: (words: string) => Locale | undefined;
};

/**
 * Sets up the texts of the interface.
 * @param files what `readLocales` found
 */
export function createI18n(files: readonly LocaleFile[]): I18n {
	const i18next = createInstance();
	// `initAsync: false` finishes before init returns and throws its errors, so the promise can be ignored.
	void i18next.init({
		initAsync: false,
		resources: Object.fromEntries(files.map((file) => [file.id, { translation: file.texts }])),
		supportedLngs: files.map((file) => file.id),
		load: 'currentOnly',
		fallbackLng: BASE_LOCALE,
		// Texts become entities or blocks, never HTML, so nothing needs escaping.
		interpolation: { escapeValue: false },
	});
	const translators = new Map(files.map((file) => [file.id, cacheTexts(i18next.getFixedT(file.id))]));
	const base = cacheTexts(i18next.getFixedT(BASE_LOCALE));
	const byCode = new Map(files.flatMap((file) => file.codes.map((code) => [code.toLowerCase(), file.id] as const)));
	const negotiate = (code = ''): Locale | undefined => {
		const parts = code.toLowerCase().split('-');
		// zh-hant-tw is tried as a whole, then as zh-hant, then as zh.
		const candidates = parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
		return candidates.map((candidate) => byCode.get(candidate)).find((locale) => locale !== undefined);
	};
	return {
		locales: files,
		translator: (locale) => translators.get(locale) ?? base,
		negotiate,
		ofWords: createLanguageFinder(files),
		isForeign: createForeignTest(files),
		ofLabels: createLabelFinder(files),
		find: (words) => {
			const wanted = words.trim().toLowerCase();
			const named = files.find((file) => [file.id, file.name].some((name) => name.toLowerCase() === wanted));
			return named?.id ?? byCode.get(wanted);
		},
	};
}

/** Caches texts without values, which never change: looking them up took half of the time of an answer. */
function cacheTexts(translate: Translate): Translate {
	const texts = new Map<unknown, unknown>();
	const cached = (...given: Parameters<Translate>): unknown => {
		const [key, ...values] = given;
		if (values.length > 0) {
			return translate(...given);
		}
		if (!texts.has(key)) {
			texts.set(key, translate(...given));
		}
		return texts.get(key);
	};
	return cached as Translate;
}
