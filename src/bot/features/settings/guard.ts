import { Composer } from 'grammy';
import type { AdminCheck } from '../../admin-check.ts';
import { tappedMessage } from '../../asker.ts';
import type { BotContext } from '../../context.ts';
import type { Open } from '../../deliver/open.ts';
import { isGroup } from '../../middleware/group.ts';
import { ADMINS_ONLY } from '../notices/index.ts';

/** `/settings`, and the rule that in a group only administrators come in: asked again at every tap. */
export function bot(open: Open, isAdmin: AdminCheck): Composer<BotContext> {
	const composer = new Composer<BotContext>();
	composer.command('settings', async (ctx) => {
		if (isGroup(ctx) && !(await isAdmin(ctx))) {
			return open(ctx, ADMINS_ONLY);
		}
		return open(ctx, '/settings/');
	});
	composer.callbackQuery(/^\/settings\//, async (ctx, next) => {
		if (isGroup(ctx) && !(await isAdmin(ctx))) {
			await ctx.answerCallbackQuery(ctx.t('settings.adminsOnly'));
			return;
		}
		if (isGroup(ctx)) {
			// The settings are every administrator's own menu, whoever opened it.
			ctx.audience = tappedMessage(ctx)?.ephemeral_message_id === undefined ? 'group' : 'alone';
		}
		await next();
	});
	return composer;
}
