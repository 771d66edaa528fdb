import type { BotContext } from '../context.ts';
import { deepLink } from '../deep-link.ts';

/** Answers a tap by opening the same screen in the private chat; there, by asking for patience. */
export async function redirectToPrivate(ctx: BotContext, path: string): Promise<void> {
	if (ctx.audience === 'private') {
		await ctx.answerCallbackQuery(ctx.t('notice.slowDown'));
		return;
	}
	await ctx.answerCallbackQuery({ url: deepLink(ctx.me.username, path) });
}
