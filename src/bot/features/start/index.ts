import { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import { pathOf } from '../../deep-link.ts';
import type { Open } from '../../deliver/open.ts';

/** `/start` opens the menu, or the screen that a deep link names behind it. */
export function bot(open: Open): Composer<BotContext> {
	const composer = new Composer<BotContext>();
	composer.command('start', (ctx) => open(ctx, pathOf(ctx.match.trim())));
	return composer;
}
