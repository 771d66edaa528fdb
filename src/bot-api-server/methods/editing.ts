import type { Message } from 'grammy/types';
import { checkChat } from '../checks/chat.ts';
import { checkFlood } from '../checks/flood.ts';
import { checkInlineMarkup } from '../checks/keyboard.ts';
import { badRequest } from '../errors.ts';
import { compact, isSameJson } from '../json.ts';
import type { BotApiMethod, MethodContext } from '../method.ts';
import { readEdit, TEXT_PARAMETERS } from '../sending/content.ts';
import { rewriteMessage } from '../world/messages.ts';
import type { ChatState, StoredMessage } from '../world/types.ts';

const TARGET_PARAMETERS = ['business_connection_id', 'chat_id', 'message_id', 'inline_message_id'] as const;

type EditTarget = { stored: StoredMessage; chat: ChatState | undefined };

const NOT_MODIFIED =
	'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

export const editMessageText: BotApiMethod = {
	name: 'editMessageText',
	parameters: [...TARGET_PARAMETERS, ...TEXT_PARAMETERS, 'rich_message', 'reply_markup'],
	call: (context) => {
		const target = checkEditTarget(context);
		const { message } = target.stored;
		if (message.text === undefined && message.rich_message === undefined) {
			throw badRequest('there is no text in the message to edit');
		}
		const content = readEdit(context, target.chat);
		const keyboard = checkInlineMarkup(context, target.chat);
		return applyEdit(context, target, { ...content, ...compact({ reply_markup: keyboard }) });
	},
};

export const editMessageReplyMarkup: BotApiMethod = {
	name: 'editMessageReplyMarkup',
	parameters: [...TARGET_PARAMETERS, 'reply_markup'],
	call: (context) => {
		const target = checkEditTarget(context);
		const { text, entities, rich_message, link_preview_options } = target.stored.message;
		const keyboard = checkInlineMarkup(context, target.chat);
		const content = compact({ text, entities, rich_message, link_preview_options, reply_markup: keyboard });
		return applyEdit(context, target, content);
	},
};

/** Rewrites the message unless nothing would change. Returns the result of the edit method. */
export function applyEdit({ world }: MethodContext, target: EditTarget, content: Partial<Message>): Message | true {
	const { stored } = target;
	if (isSameJson(visiblePart(stored.message), visiblePart(content))) {
		throw badRequest(NOT_MODIFIED);
	}
	rewriteMessage(world, stored, content);
	return target.chat ? stored.message : true;
}

/** The message to edit. `chat` is undefined for an inline message, whose chat the bot cannot know. */
function checkEditTarget(context: MethodContext): EditTarget {
	const { world, params } = context;
	const inlineId = params.string('inline_message_id');
	if (inlineId !== undefined) {
		const stored = world.inlineMessages.get(inlineId);
		if (!stored) {
			throw badRequest('MESSAGE_ID_INVALID');
		}
		return { stored, chat: undefined };
	}
	const chat = checkChat(context);
	checkFlood(context, 'edit', chat);
	const messageId = params.integer('message_id');
	if (messageId === undefined || messageId === 0) {
		throw badRequest('message identifier is not specified');
	}
	return { stored: checkOwn(context, chat.messages.get(messageId)), chat };
}

function checkOwn({ world }: MethodContext, stored: StoredMessage | undefined): StoredMessage {
	if (!stored) {
		throw badRequest('message to edit not found');
	}
	if (stored.message.from?.id !== world.bot.id || stored.inlineMessageId !== undefined) {
		throw badRequest("message can't be edited");
	}
	return stored;
}

function visiblePart({ text, entities, rich_message, reply_markup }: Partial<Message>): unknown {
	return { text, entities, rich_message, reply_markup };
}
