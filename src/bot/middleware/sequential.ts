import { sequentialize } from '@grammyjs/runner';
import { Composer, type MiddlewareFn } from 'grammy';
import type { Coordination } from '../../storage/coordination.ts';
import type { BotContext } from '../context.ts';

/**
 * Chats are served beside each other, but within one a second tap meets the screen that the first one left. Where
 * several processes serve the same chat, that is true of each screen.
 */
export function sequential({ withLock }: Pick<Coordination, 'withLock'>): Composer<BotContext> {
	const perChat = sequentialize<BotContext>((ctx) => ctx.chat?.id.toString() ?? ctx.inlineMessageId);
	const perScreen: MiddlewareFn<BotContext> = (ctx, next) =>
		ctx.callbackQuery ? withLock(screenOf(ctx), next) : next();
	return new Composer(perChat, perScreen);
}

/** The message that is tapped: in a chat, where a message for one person alone has no other id, or sent in inline mode. */
function screenOf({ chat, msg, msgId, inlineMessageId }: BotContext): string {
	return chat ? `${chat.id}:${msg?.ephemeral_message_id ?? msgId}` : String(inlineMessageId);
}
