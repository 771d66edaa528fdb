import { Composer } from 'grammy';
import { plain } from '../../../answer/document.ts';
import type { ProcedureId } from '../../../catalogue/vocabulary.ts';
import { COMMANDS } from '../../commands.ts';
import type { BotContext } from '../../context.ts';
import type { Deliver } from '../../deliver/index.ts';
import type { Content } from '../../deps.ts';
import { answerPath, carrierPath } from '../../paths.ts';
import type { Asker } from '../../screens/screen.ts';
import { pathTo } from './index.ts';
import { type Resolved, resolveProcedure, resolveWithoutCarrier } from './resolve.ts';

/** Every command of the table that is for a procedure: `/balance` asks for the carrier, `/balance povo` is answered. */
export function procedureCommands(content: Content, deliver: Deliver): Composer<BotContext> {
	const composer = new Composer<BotContext>();
	for (const entry of COMMANDS) {
		if ('procedure' in entry) {
			composer.command(entry.command, (ctx) => {
				const { path, ...extras } = resolveCommand(content, ctx, entry.procedure, ctx.match);
				return deliver(ctx, path, extras);
			});
		}
	}
	return composer;
}

/** The screen for a command. @param words whatever stands behind it */
export function resolveCommand(content: Content, asker: Asker, procedure: ProcedureId, words: string): Resolved {
	if (words.trim() === '') {
		return resolveWithoutCarrier(content, asker, procedure);
	}
	const carrier = content.findCarrier(words);
	return carrier
		? resolveProcedure(content, asker, { procedure, carrier })
		: askWhichCarrier(content, asker, procedure, content.findNearCarrier(words));
}

/** The choice of carriers, and above it the one whose name is nearly what was typed. */
function askWhichCarrier(
	{ catalogue }: Content,
	{ locale, t }: Asker,
	procedure: ProcedureId,
	near: string | undefined,
): Resolved {
	const path = pathTo(catalogue, procedure);
	if (near === undefined) {
		return { path, notice: plain(t('notice.unknownCarrier')) };
	}
	const name = catalogue.nameOf(near, locale);
	const isKnown = catalogue.procedure(near, procedure) !== undefined;
	const button = { text: name, path: isKnown ? answerPath({ procedure, carrier: near }) : carrierPath(near) };
	return { path, notice: plain(t('notice.didYouMean', { carrier: name })), buttons: [button] };
}
