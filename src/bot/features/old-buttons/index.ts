import { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import type { Open } from '../../deliver/open.ts';

/** Callback data that is no path comes from an older bot or a forged client: it opens the menu and says why. */
export function bot(open: Open): Composer<BotContext> {
	const composer = new Composer<BotContext>();
	composer.on('callback_query', async (ctx) => {
		await open(ctx, '/');
		await ctx.answerCallbackQuery(ctx.t('error.gone'));
	});
	return composer;
}
