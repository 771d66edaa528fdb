import { type Line, plain } from '../../../answer/document.ts';
import { pick } from '../../../answer/pick.ts';
import type { ProcedureId } from '../../../catalogue/vocabulary.ts';
import type { Card } from '../../../storage/settings.ts';
import type { Command } from '../../commands.ts';
import type { Content } from '../../deps.ts';
import type { Reader } from '../../screens/screen.ts';
import { pathTo } from './index.ts';

/** The screen that a command opens, and what has to be said when it is another than was asked for. */
export type Resolved = { path: string; notice?: Line };

/**
 * Finds the screen for a command.
 * @param entry the command's row in the table
 * @param words whatever stands behind it
 */
export function resolveCommand(content: Content, reader: Reader, entry: Command, words: string): Resolved {
	if (!entry.procedure) {
		return { path: entry.path ?? '/' };
	}
	const { procedure } = entry;
	if (words.trim() === '') {
		return { path: pathWithoutCarrier(content, reader, procedure) };
	}
	const carrier = content.findCarrier(words);
	return carrier
		? resolveProcedure(content, reader, procedure, carrier)
		: { path: pathTo(content.catalogue, procedure), notice: plain(reader.t('notice.unknownCarrier')) };
}

/** Where no carrier is named, the saved card or the group's own is meant, if something is known of it; else it is asked for. */
export function pathWithoutCarrier({ catalogue }: Content, reader: Reader, procedure: ProcedureId): string {
	const { carrier, form } = usualCard(reader);
	if (carrier === undefined || !catalogue.procedure(carrier, procedure)) {
		return pathTo(catalogue, procedure);
	}
	const isAsked = form !== undefined && catalogue.formsToAsk(carrier, procedure).includes(form);
	return `/${procedure}/${carrier}/${isAsked ? `${form}/` : ''}`;
}

/** What card somebody has is nothing that a whole group should learn from an answer. */
function usualCard({ group, person, audience }: Reader): Partial<Card> {
	const own = audience === 'group' ? undefined : person?.cards?.[0];
	return own ?? (group?.carrier === undefined ? {} : { carrier: group.carrier });
}

/** The answer for a carrier, or what else is known of it where this is not. */
export function resolveProcedure(
	{ catalogue }: Content,
	{ locale, t }: Reader,
	procedure: ProcedureId,
	carrierId: string,
): Resolved {
	if (catalogue.procedure(carrierId, procedure)) {
		return { path: `/${procedure}/${carrierId}/` };
	}
	const names = catalogue.carrier(carrierId)?.names;
	const wanted = { carrier: names ? pick(names, locale) : carrierId, procedure: t(`procedure.${procedure}.title`) };
	return { path: `/carriers/${carrierId}/`, notice: plain(t('notice.noProcedure', wanted)) };
}
