import { pick } from '../catalogue/catalogue.ts';
import type { Myth, Say } from '../catalogue/schema.ts';
import type { Answer, Saying } from './answer.ts';

const JAPANESE = 'ja';

/** The myths that circulate in a language, in its words. */
export function mythsFor(myths: readonly Myth[], locale: string): Answer['myths'] {
	return myths
		.filter(({ locales }) => locales?.includes(locale) ?? true)
		.map(({ claim, truth }) => ({ claim: pick(claim, locale), truth: pick(truth, locale) }));
}

/**
 * A sentence for the staff. A reader of Japanese needs no translation of it, and none that asks for simple words.
 * @returns undefined where there is nothing for this reader to say
 */
export function sayingFor(say: Say | undefined, locale: string): Saying | undefined {
	if (!say || (locale === JAPANESE && say.forLearners)) {
		return undefined;
	}
	const meaning = pick(say.meaning, locale);
	return locale === JAPANESE || meaning === say.ja ? { ja: say.ja } : { ja: say.ja, meaning };
}
