import { Composer } from 'grammy';
import { COMMANDS } from '../../commands.ts';
import type { BotContext } from '../../context.ts';
import type { Deliver } from '../../deliver/index.ts';
import { fromPayload, HOME } from '../../paths.ts';

/** `/start` opens the menu, or the screen that a deep link names behind it. */
export function startCommand(deliver: Deliver): Composer<BotContext> {
	const composer = new Composer<BotContext>();
	composer.command('start', (ctx) => deliver(ctx, fromPayload(ctx.match.trim())));
	return composer;
}

/** `/help`, `/about`, `/privacy`: a command of the table that only opens a screen. */
export function screenCommands(deliver: Deliver): Composer<BotContext> {
	const composer = new Composer<BotContext>();
	for (const entry of COMMANDS) {
		if ('path' in entry) {
			composer.command(entry.command, (ctx) => deliver(ctx, entry.path));
		}
	}
	return composer;
}

/** Callback data that is no path comes from an older bot or a forged client: it opens the menu and says why. */
export function unknownCallbacks(deliver: Deliver): Composer<BotContext> {
	const composer = new Composer<BotContext>();
	composer.on('callback_query', async (ctx) => {
		await deliver(ctx, HOME);
		await ctx.answerCallbackQuery(ctx.t('error.gone'));
	});
	return composer;
}
