import { badRequest } from '../errors.ts';
import type { MethodContext } from '../method.ts';
import { isAdministrator } from '../world/chats.ts';
import type { ChatState, StoredMessage } from '../world/types.ts';

/** "A message can only be deleted if it was sent less than 48 hours ago" (deleteMessage). */
export const DELETE_WINDOW_MS = 48 * 60 * 60 * 1000;

export function checkDeletable({ world }: MethodContext, chat: ChatState, stored: StoredMessage): void {
	if (world.now() - stored.sentAt >= DELETE_WINDOW_MS) {
		throw badRequest("message can't be deleted for everyone");
	}
	const isOwn = stored.message.from?.id === world.bot.id;
	const mayDelete = isOwn || chat.chat.type === 'private' || isAdministrator(chat.members.get(world.bot.id));
	if (!mayDelete) {
		throw badRequest("message can't be deleted");
	}
}
