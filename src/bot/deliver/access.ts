import type { AdminCheck } from '../admin-check.ts';
import { isGroup } from '../chat.ts';
import type { BotContext } from '../context.ts';
import { deepLink } from '../paths.ts';
import type { Access } from '../screens/screen.ts';

/** Why somebody may not see a screen here. */
export type Refused = 'private-only' | 'admins-only';

/** Whether whoever asked may see a screen where the answer would be seen. */
export type AccessCheck = (ctx: BotContext, access: Access | undefined) => Promise<'allowed' | Refused>;

export function createAccessCheck(isAdmin: AdminCheck): AccessCheck {
	return async (ctx, access) => {
		if (access === undefined || ctx.audience === 'private') {
			return 'allowed';
		}
		if (access === 'private' || !isGroup(ctx)) {
			return 'private-only';
		}
		return (await isAdmin(ctx)) ? 'allowed' : 'admins-only';
	};
}

/** Answers a tap by opening the same screen in the private chat; there, by asking for patience. */
export async function redirectToPrivate(ctx: BotContext, path: string): Promise<void> {
	if (ctx.audience === 'private') {
		await ctx.answerCallbackQuery(ctx.t('notice.slowDown'));
		return;
	}
	await ctx.answerCallbackQuery({ url: deepLink(ctx.me.username, path) });
}
