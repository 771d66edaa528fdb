import { type Guide, pick } from '../../../catalogue/catalogue.ts';
import type { ProcedureEntry } from '../../../catalogue/schema.ts';
import { createCarrierFinder } from '../../../understand/carrier-finder.ts';
import type { Keywords } from '../../../understand/keywords.ts';
import { normalise } from '../../../understand/normalise.ts';
import type { Content } from '../../deps.ts';
import type { Topic } from '../../paths.ts';
import type { Asker } from '../../screens/screen.ts';

type Named = NonNullable<Keywords['channel']>;
type Known = Pick<Content, 'catalogue' | 'understand'>;

/**
 * What is known of a means to pay at a carrier, in one line: yes where a way of the answer is just that; else what its page
 * says of the carrier, or what the answer calls a mistake about it; else that no source is known.
 */
export function channelNotice(
	content: Known,
	{ locale, t }: Pick<Asker, 'locale' | 't'>,
	{ procedure, carrier }: Topic,
	named: Named,
): string {
	const { catalogue } = content;
	const entry = catalogue.procedure(carrier, procedure);
	const channel = catalogue.guide(named.id);
	const name = channel ? pick(channel.names, locale) : named.id;
	const about = { carrier: catalogue.nameOf(carrier, locale), name };
	const found = channel && pointOf(content, channel, carrier);
	const ways = entry?.methods.filter(({ method }) => method === named.id) ?? [];
	const isSure = ways.some(
		({ confidence, sources }) => confidence !== 'low' && (!found || sources[0]?.official === true),
	);
	if (isSure && !named.isPart) {
		return found ? t('pay.yes', { known: pick(found, locale) }) : t('pay.works', about);
	}
	const said = found ?? (entry && (correctionOf(content, entry, named) ?? sentenceOf(content, entry, named)));
	return said ? t('pay.known', { name, point: pick(said, locale) }) : t('pay.unknown', about);
}

/** The line of the page that names the carrier. */
function pointOf({ catalogue }: Known, channel: Guide, carrier: string): Guide['points'][number] | undefined {
	const { findAll } = createCarrierFinder(catalogue);
	return channel.points.find(({ en }) => findAll(normalise(en), false).mentions.some((one) => one.carrier === carrier));
}

/** The truth beside what is wrongly said of that means. */
function correctionOf({ understand }: Known, { myths }: ProcedureEntry, { id }: Named): Guide['gist'] | undefined {
	return myths.find(({ claim }) => understand(claim.en).keywords.channel?.id === id)?.truth;
}

/** The sentence of the answer itself that names that means. */
function sentenceOf(
	{ understand }: Known,
	{ gist, methods, traps }: ProcedureEntry,
	{ id }: Named,
): Guide['gist'] | undefined {
	const texts = [gist, ...methods.flatMap(({ when, steps }) => [...(when ? [when] : []), ...steps]), ...traps];
	return texts.find(({ en }) => understand(en).keywords.channel?.id === id);
}
