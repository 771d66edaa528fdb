import { checkChat } from '../checks/chat.ts';
import { badRequest } from '../errors.ts';
import type { BotApiMethod } from '../method.ts';
import { checkDeletable } from '../sending/delete.ts';
import { removeMessage } from '../world/messages.ts';

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
