import { Composer } from 'grammy';
import { INTENTS, isOneOf } from '../../../catalogue/vocabulary.ts';
import { tappedMessage } from '../../chat.ts';
import type { BotContext } from '../../context.ts';
import type { Deps } from '../../deps.ts';

/** Who taps later than this has been elsewhere meanwhile. */
const SECONDS = 600;

/**
 * Off unless the operator wants it: counts what was not understood, and remembers for a while under which message the
 * choice stands. Only words of the knowledge are kept, and nothing of the person or the chat.
 */
export async function countUnanswered(deps: Deps, ctx: BotContext, words: string): Promise<void> {
	const { keepUnanswered, anonymise, store, today, coordination } = deps;
	const text = keepUnanswered ? anonymise(words) : undefined;
	if (text === undefined) {
		return;
	}
	await store.countUnanswered(text, today());
	if (ctx.delivered) {
		await coordination.memory.remember(keyOf(ctx.chatId, ctx.delivered.messageId), text, SECONDS);
	}
}

/** Counts which of the offered answers is taken: what maintainers may teach next. The tap goes on its way. */
export function countChoices({ keepUnanswered, store, today, coordination }: Deps): Composer<BotContext> {
	const composer = new Composer<BotContext>();
	composer.callbackQuery(/^\//, async (ctx, next) => {
		const message = keepUnanswered ? tappedMessage(ctx) : undefined;
		const intent = ctx.callbackQuery.data.split('/').find((name) => isOneOf(INTENTS, name));
		if (message && intent !== undefined) {
			const key = keyOf(message.chat.id, message.message_id);
			const text = await coordination.memory.recall(key);
			if (text) {
				// The next tap on the same message is made from another screen.
				await coordination.memory.remember(key, '', 1);
				await store.countChoice(text, intent, today());
			}
		}
		await next();
	});
	return composer;
}

function keyOf(chatId: number | undefined, messageId: number): string {
	return `offer:${chatId}:${messageId}`;
}
