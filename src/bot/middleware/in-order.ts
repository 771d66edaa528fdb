import { sequentialize } from '@grammyjs/runner';
import type { MiddlewareFn } from 'grammy';
import type { BotContext } from '../context.ts';

/** Chats are served beside each other, but within one a second tap meets the screen that the first one left. */
export function createInOrder(): MiddlewareFn<BotContext> {
	return sequentialize<BotContext>((ctx) => ctx.chat?.id.toString() ?? ctx.inlineMessageId);
}
