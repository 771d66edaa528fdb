import type { BotContext } from './context.ts';
import type { Deps } from './deps.ts';

/** Reads what the administrators of a group chose for it. A guest's question comes from a group that is not ours. */
export async function readGroup({ store }: Pick<Deps, 'store'>, ctx: BotContext): Promise<void> {
	if (isGroup(ctx)) {
		ctx.group = await store.readGroup(ctx.chat.id);
	}
}

/** Whether an update comes from a group that the bot is in. */
export function isGroup(ctx: BotContext): ctx is BotContext & { chat: NonNullable<BotContext['chat']> } {
	const { chat, guestMessage } = ctx;
	return guestMessage === undefined && (chat?.type === 'group' || chat?.type === 'supergroup');
}

/** Whether an update comes from the chat of one person with the bot. */
export function isPrivate({ chat }: BotContext): boolean {
	return chat?.type === 'private';
}
