import { checkChat } from '../checks/chat.ts';
import { badRequest } from '../errors.ts';
import { isInteger } from '../json.ts';
import type { BotApiMethod } from '../method.ts';
import { checkDeletable } from '../sending/delete.ts';
import { removeMessage } from '../world/messages.ts';

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
