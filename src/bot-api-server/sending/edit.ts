import type { Message } from 'grammy/types';
import { checkChat } from '../checks/chat.ts';
import { badRequest } from '../errors.ts';
import { isSameJson } from '../json.ts';
import type { MethodContext } from '../method.ts';
import { rewriteMessage } from '../world/messages.ts';
import type { ChatState, StoredMessage } from '../world/types.ts';

export const TARGET_PARAMETERS = ['business_connection_id', 'chat_id', 'message_id', 'inline_message_id'] as const;

export type EditTarget = { stored: StoredMessage; chat: ChatState | undefined };

const NOT_MODIFIED =
	'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

/** The message an edit is about. `chat` is undefined for an inline message, whose chat the bot cannot know. */
export function checkEditTarget(context: MethodContext): EditTarget {
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

/** Rewrites the message unless nothing would change. Returns what the method answers. */
export function applyEdit({ world }: MethodContext, target: EditTarget, content: Partial<Message>): Message | true {
	const { stored } = target;
	if (isSameJson(shown(stored.message), shown(content))) {
		throw badRequest(NOT_MODIFIED);
	}
	rewriteMessage(world, stored, content);
	return target.chat ? stored.message : true;
}

function shown({ text, entities, rich_message, reply_markup }: Partial<Message>): unknown {
	return { text, entities, rich_message, reply_markup };
}
