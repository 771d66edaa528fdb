import type { Question } from '../../../answer/answer.ts';
import { pick } from '../../../answer/pick.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import type { View } from '../../screens/screen.ts';

/** What an answer is about, in a few words: `povo2.0 · Keep the number`, with the form where the answers differ by it. */
export function titleOf(
	catalogue: Catalogue,
	{ procedure, carrier, form }: Omit<Question, 'locale'>,
	{ locale, t }: Pick<View, 'locale' | 't'>,
): string {
	const names = catalogue.carrier(carrier)?.names;
	const title = t('answer.title', {
		carrier: names ? pick(names, locale) : carrier,
		procedure: t(`procedure.${procedure}.title`),
	});
	return form ? t('answer.titleWithForm', { title, form: t(`form.${form}`) }) : title;
}
