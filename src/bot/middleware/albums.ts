import type { MiddlewareFn } from 'grammy';
import type { Memory } from '../../storage/coordination.ts';
import type { BotContext } from '../context.ts';

/** The pictures of an album arrive within seconds. */
const SECONDS = 60;
const ANSWERED = 'answered';

/**
 * Takes an album for one question: the first picture is answered, and its words in place of that where they stand under
 * a later one.
 */
export function oneAnswerForAlbum(memory: Memory): MiddlewareFn<BotContext> {
	return async (ctx, next) => {
		const { message } = ctx;
		if (message?.media_group_id === undefined) {
			return next();
		}
		const key = `album:${message.chat.id}:${message.media_group_id}`;
		const first = await memory.recall(key);
		if (first === ANSWERED || (first !== undefined && message.text === undefined)) {
			return;
		}
		if (first !== undefined) {
			ctx.replaces = Number(first);
		}
		await next();
		if (ctx.delivered) {
			await memory.remember(key, message.text === undefined ? `${ctx.delivered.messageId}` : ANSWERED, SECONDS);
		}
	};
}
