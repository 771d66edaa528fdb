import type { Catalogue } from '../../../catalogue/catalogue.ts';
import type { Card } from '../../../storage/settings.ts';
import type { Topic } from '../../paths.ts';
import type { Asker } from '../../screens/screen.ts';

/** What an answer is about, in a few words: `povo2.0 · Keep the number`, with the form where the answers differ by it. */
export function answerTitle(catalogue: Catalogue, { procedure, carrier, form }: Topic, { locale, t }: Asker): string {
	const title = t('answer.title', {
		carrier: catalogue.nameOf(carrier, locale),
		procedure: t(`procedure.${procedure}.title`),
	});
	return form ? t('answer.titleWithForm', { title, form: t(`form.${form}`) }) : title;
}

/** How a card is called: by its carrier, its form and what its owner named it. */
export function cardTitle(catalogue: Catalogue, { carrier, form, nickname }: Card, { locale, t }: Asker): string {
	const parts = [catalogue.nameOf(carrier, locale), form ? t(`form.${form}`) : '', nickname ?? ''];
	return parts.filter((part) => part !== '').join(' · ');
}
