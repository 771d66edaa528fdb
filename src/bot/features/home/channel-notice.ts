import { pick } from '../../../catalogue/catalogue.ts';
import { isOneOf, METHODS } from '../../../catalogue/vocabulary.ts';
import { createCarrierFinder } from '../../../understand/carrier-finder.ts';
import type { Keywords } from '../../../understand/keywords.ts';
import { normalise } from '../../../understand/normalise.ts';
import type { Content } from '../../deps.ts';
import type { Topic } from '../../paths.ts';
import type { Asker } from '../../screens/screen.ts';

/**
 * What is known of a means to pay at a carrier, in one line: that a way of the answer is that one, or else what the page
 * of that means says of the carrier, or else that no source is known.
 * @returns undefined where the answer itself names that means
 */
export function channelNotice(
	{ catalogue }: Pick<Content, 'catalogue'>,
	{ locale, t }: Pick<Asker, 'locale' | 't'>,
	{ procedure, carrier }: Topic,
	{ id, word }: NonNullable<Keywords['channel']>,
): string | undefined {
	const entry = catalogue.procedure(carrier, procedure);
	const channel = catalogue.channels.find((one) => one.id === id);
	const about = { carrier: catalogue.nameOf(carrier, locale), name: channel ? pick(channel.names, locale) : id };
	if (isOneOf(METHODS, id) && entry?.methods.some(({ method }) => method === id)) {
		return t('pay.works', about);
	}
	const { findAll } = createCarrierFinder(catalogue);
	const names = (text: string): boolean =>
		findAll(normalise(text), false).mentions.some((one) => one.carrier === carrier);
	const point = channel?.points.find(({ en }) => names(en));
	if (point) {
		return t('pay.known', { ...about, point: pick(point, locale) });
	}
	return normalise(JSON.stringify(entry ?? '')).includes(word) ? undefined : t('pay.unknown', about);
}
