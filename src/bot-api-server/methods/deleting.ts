import { checkChat } from '../checks/chat.ts';
import { badRequest } from '../errors.ts';
import { isInteger } from '../json.ts';
import type { BotApiMethod, MethodContext } from '../method.ts';
import { isAdministrator } from '../world/chats.ts';
import { removeMessage } from '../world/messages.ts';
import type { ChatState, StoredMessage } from '../world/types.ts';

/** "A message can only be deleted if it was sent less than 48 hours ago" (deleteMessage). */
const DELETE_WINDOW_MS = 48 * 60 * 60 * 1000;

export const deleteMessage: BotApiMethod = {
	name: 'deleteMessage',
	parameters: ['chat_id', 'message_id'],
	call: (context) => {
		const chat = checkChat(context);
		const messageId = context.params.integer('message_id');
		if (messageId === undefined) {
			throw badRequest('message identifier is not specified');
		}
		const stored = chat.messages.get(messageId);
		if (!stored) {
			throw badRequest('message to delete not found');
		}
		checkDeletable(context, chat, stored);
		removeMessage(context.world, chat, stored);
		return true;
	},
};

export const deleteMessages: BotApiMethod = {
	name: 'deleteMessages',
	parameters: ['chat_id', 'message_ids'],
	call: (context) => {
		const chat = checkChat(context);
		const ids = context.params.json('message_ids');
		if (!Array.isArray(ids) || ids.length === 0 || !ids.every(isInteger)) {
			throw badRequest('message identifiers are not specified');
		}
		if (ids.length > 100) {
			throw badRequest('too many message identifiers specified');
		}
		// "If some of the specified messages can't be found, they are skipped" (deleteMessages).
		const found = ids.flatMap((id) => chat.messages.get(id) ?? []);
		for (const stored of found) {
			checkDeletable(context, chat, stored);
		}
		for (const stored of found) {
			removeMessage(context.world, chat, stored);
		}
		return true;
	},
};

function checkDeletable({ world }: MethodContext, chat: ChatState, stored: StoredMessage): void {
	if (world.now() - stored.sentAt >= DELETE_WINDOW_MS) {
		throw badRequest("message can't be deleted for everyone");
	}
	const isOwn = stored.message.from?.id === world.bot.id;
	const mayDelete = isOwn || chat.chat.type === 'private' || isAdministrator(chat.members.get(world.bot.id));
	if (!mayDelete) {
		throw badRequest("message can't be deleted");
	}
}
