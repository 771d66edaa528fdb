import { Composer } from 'grammy';
import { COMMANDS } from '../../commands.ts';
import type { BotContext } from '../../context.ts';
import type { Open } from '../../deliver/open.ts';
import type { Content } from '../../deps.ts';
import { resolveCommand } from './resolve.ts';

/** All commands of the table: `/balance` opens the choice of the carrier, `/balance povo` the answer. */
export function bot(content: Content, open: Open): Composer<BotContext> {
	const composer = new Composer<BotContext>();
	for (const entry of COMMANDS) {
		if ('procedure' in entry || 'path' in entry) {
			composer.command(entry.command, (ctx) => {
				const { path, notice } = resolveCommand(content, ctx, entry, ctx.match);
				return open(ctx, path, notice ? { notice } : {});
			});
		}
	}
	return composer;
}
