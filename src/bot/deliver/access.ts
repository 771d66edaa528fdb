import NodeCache from 'node-cache';
import type { Metrics } from '../../metrics.ts';
import { isAnonymousAdmin, isGroup } from '../chat.ts';
import type { BotContext } from '../context.ts';
import { deepLink } from '../paths.ts';
import type { Access } from '../screens/screen.ts';
import { BAD_REQUEST, errorCodeOf } from '../telegram-errors.ts';

/** Why somebody may not see a screen here. */
export type Refused = 'private-only' | 'admins-only';

/** Whether the person may see a screen, given who else would see it. */
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

const KEPT_SECONDS = 60;

/** Whether the sender of an update is an administrator of its group. */
export type AdminCheck = ((ctx: BotContext) => Promise<boolean>) & {
	/** Somebody's place in the group has changed: what is remembered of them may be wrong. */
	forget: (chatId: number, personId: number) => void;
};

/** Asks Telegram, and remembers the answer for a minute: an administrator taps several times in a row. */
export function createAdminCheck({ cache }: Pick<Metrics, 'cache'>): AdminCheck {
	const known = new NodeCache({ stdTTL: KEPT_SECONDS, useClones: false });
	const check = async (ctx: BotContext): Promise<boolean> => {
		if (!ctx.callbackQuery && isAnonymousAdmin(ctx.msg)) {
			return true;
		}
		if (!ctx.chat || !ctx.from) {
			return false;
		}
		const key = keyOf(ctx.chat.id, ctx.from.id);
		cache('admin', known.has(key));
		const isAdmin = known.get<boolean>(key) ?? (await askTelegram(ctx, ctx.chat.id, ctx.from.id));
		known.set(key, isAdmin);
		return isAdmin;
	};
	return Object.assign(check, {
		forget: (chatId: number, personId: number) => void known.del(keyOf(chatId, personId)),
	});
}

function keyOf(chatId: number, personId: number): string {
	return `${chatId}:${personId}`;
}

async function askTelegram(ctx: BotContext, chatId: number, personId: number): Promise<boolean> {
	try {
		const { status } = await ctx.api.getChatMember(chatId, personId);
		return status === 'creator' || status === 'administrator';
	} catch (error) {
		// Somebody whom Telegram does not find in the group is no administrator of it.
		if (errorCodeOf(error) === BAD_REQUEST) {
			return false;
		}
		throw error;
	}
}
