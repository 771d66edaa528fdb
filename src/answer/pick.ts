import type { Text } from '../catalogue/schema.ts';

/** The text in the language, or the base language where it is missing. */
export function pick(text: Text, locale: string): string {
	return text[locale] ?? text.en;
}
