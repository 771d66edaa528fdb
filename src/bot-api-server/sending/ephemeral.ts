import { checkChat } from '../checks/chat.ts';
import { BotApiError, badRequest } from '../errors.ts';
import type { MethodContext } from '../method.ts';
import type { ChatState, StoredMessage } from '../world/types.ts';

export const EPHEMERAL_PARAMETERS = ['chat_id', 'receiver_user_id', 'ephemeral_message_id'] as const;

/** The ephemeral message of the bot that an edit or deletion names. */
export function checkEphemeralMessage(
	context: MethodContext,
	verb: 'edit' | 'delete',
): { chat: ChatState; stored: StoredMessage } {
	if (!context.world.knowsEphemeral) {
		throw new BotApiError(404, 'Not Found');
	}
	const chat = checkChat(context);
	const { params, world } = context;
	const stored = chat.ephemeral.get(params.integer('ephemeral_message_id') ?? 0);
	if (!stored || stored.personId !== params.integer('receiver_user_id')) {
		throw badRequest(`message to ${verb} not found`);
	}
	if (verb === 'edit' && stored.message.from?.id !== world.bot.id) {
		throw badRequest("message can't be edited");
	}
	return { chat, stored };
}
