import type { BotContext } from './context.ts';

/** Whether an update comes from a group that the bot is in. A guest's question comes from a group that it is not in. */
export function isGroup(ctx: BotContext): ctx is BotContext & { chat: NonNullable<BotContext['chat']> } {
	const { chat, guestMessage } = ctx;
	return guestMessage === undefined && (chat?.type === 'group' || chat?.type === 'supergroup');
}

/** Whether an update comes from the chat of one person with the bot. */
export function isPrivate({ chat }: BotContext): boolean {
	return chat?.type === 'private';
}
