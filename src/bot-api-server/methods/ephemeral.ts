import { checkChat } from '../checks/chat.ts';
import { checkInlineMarkup } from '../checks/keyboard.ts';
import { BotApiError, badRequest } from '../errors.ts';
import { compact } from '../json.ts';
import type { BotApiMethod, MethodContext } from '../method.ts';
import { readEdit, TEXT_PARAMETERS } from '../sending/content.ts';
import { removeMessage } from '../world/messages.ts';
import type { ChatState, StoredMessage } from '../world/types.ts';
import { applyEdit } from './editing.ts';

const EPHEMERAL_PARAMETERS = ['chat_id', 'receiver_user_id', 'ephemeral_message_id'] as const;
/** Measured in August 2026, against the documentation: https://github.com/tdlib/telegram-bot-api/issues/881 */
const SAFE_LENGTH = 1024;

export const editEphemeralMessageText: BotApiMethod = {
	name: 'editEphemeralMessageText',
	parameters: [...EPHEMERAL_PARAMETERS, ...TEXT_PARAMETERS, 'rich_message', 'reply_markup'],
	call: (context) => {
		const { chat, stored } = checkEphemeralMessage(context, 'edit');
		const content = readEdit(context, chat);
		if ((content.text?.length ?? 0) > SAFE_LENGTH) {
			context.violate(
				'ephemeral-edit-length',
				`Telegram refuses over ${SAFE_LENGTH} characters: MEDIA_CAPTION_TOO_LONG`,
			);
		}
		const keyboard = checkInlineMarkup(context, chat);
		applyEdit(context, { stored, chat }, { ...content, ...compact({ reply_markup: keyboard }) });
		return true;
	},
};

export const deleteEphemeralMessage: BotApiMethod = {
	name: 'deleteEphemeralMessage',
	parameters: EPHEMERAL_PARAMETERS,
	call: (context) => {
		const { chat, stored } = checkEphemeralMessage(context, 'delete');
		removeMessage(context.world, chat, stored);
		return true;
	},
};

/** The ephemeral message to edit or delete. */
function checkEphemeralMessage(
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
