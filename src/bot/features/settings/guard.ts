import type { AdminCheck } from '../../admin-check.ts';
import { isGroup } from '../../chat.ts';
import type { BotContext } from '../../context.ts';
import type { Open } from '../../deliver/open.ts';
import { command, type Link, type Route } from '../../router.ts';
import { ADMINS_ONLY } from '../../screens/notices.ts';
import { tappedMessage } from '../../sender.ts';

/** `/settings`: in a group only administrators come in. */
export function routes(open: Open, isAdmin: AdminCheck): Route[] {
	return [
		command('settings', async (ctx) => {
			const isOpen = !isGroup(ctx) || (await isAdmin(ctx));
			await open(ctx, isOpen ? '/settings/' : ADMINS_ONLY);
		}),
	];
}

/** The same rule for taps: asked again at each of them. */
export function createSettingsGuard(isAdmin: AdminCheck): Link {
	const guard: Link = async (ctx, next) => {
		if (!(await isAdmin(ctx))) {
			await ctx.answerCallbackQuery(ctx.t('settings.adminsOnly'));
			return;
		}
		// The settings are every administrator's own menu, whoever opened it.
		ctx.audience = tappedMessage(ctx)?.ephemeral_message_id === undefined ? 'group' : 'ephemeral';
		await next();
	};
	const isConcerned = (ctx: BotContext): boolean =>
		isGroup(ctx) && ctx.callbackQuery?.data?.startsWith('/settings/') === true;
	return (ctx, next) => (isConcerned(ctx) ? guard(ctx, next) : next());
}
