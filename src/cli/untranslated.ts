import type { Knowledge } from '../catalogue/load.ts';
import { REQUIRED_LOCALES } from '../catalogue/rules/languages.ts';
import { translationPath } from '../catalogue/translations.ts';
import { entriesByFile, textsOf } from '../catalogue/walk.ts';

/**
 * Lists the texts that a language lacks, file by file, in the shape in which they are translated.
 * @param locale such as ko
 * @returns YAML; empty if nothing is missing
 */
export function listUntranslated(knowledge: Knowledge, locale: string): string {
	const isBeside = REQUIRED_LOCALES.includes(locale);
	const files = entriesByFile(knowledge).flatMap(({ file, entry }) => {
		const missing = textsOf(entry).filter(({ text, locales }) => !text[locale] && (locales?.includes(locale) ?? true));
		const lines = new Set(missing.map(({ text: { en, ja } }) => `${JSON.stringify(en)}: "" # ${ja ?? ''}`));
		return lines.size > 0 ? [`# ${isBeside ? file : translationPath(locale, file)}\n${[...lines].join('\n')}\n`] : [];
	});
	return files.join('\n');
}
