import { type Line, plain } from '../../../answer/document.ts';
import { pick } from '../../../answer/pick.ts';
import type { ProcedureId } from '../../../catalogue/vocabulary.ts';
import type { Command } from '../../commands.ts';
import type { Content } from '../../deps.ts';
import type { View } from '../../menu/screen.ts';
import { pathTo } from './index.ts';

/** The screen that a command opens, and what has to be said when it is another than was asked for. */
export type Resolved = { path: string; notice?: Line };

type Reader = Pick<View, 'locale' | 't'>;

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
	const all = pathTo(content.catalogue, procedure);
	if (words.trim() === '') {
		return { path: all };
	}
	const carrier = content.findCarrier(words);
	return carrier
		? resolveProcedure(content, reader, procedure, carrier)
		: { path: all, notice: plain(reader.t('notice.unknownCarrier')) };
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
