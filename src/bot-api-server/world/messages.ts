import type { Message, User } from 'grammy/types';
import { compact } from '../json.ts';
import type { ChatState, StoredMessage, Upload } from './types.ts';
import type { World } from './world.ts';

type MessageDraft = {
	from: User;
	/** The fields that carry what is said: text, entities, rich_message, document, reply_markup … */
	content: Partial<Message>;
	threadId?: number | undefined;
	replyTo?: StoredMessage | undefined;
	/** Makes it ephemeral: seen by this person and the bot only. */
	personId?: number | undefined;
	replaces?: StoredMessage | undefined;
	inlineMessageId?: string | undefined;
	forceReply?: { selective: boolean } | undefined;
	file?: Upload | undefined;
};

/** Puts a message into a chat, as whoever wrote it, and tells the listeners. */
export function postMessage(world: World, chat: ChatState, draft: MessageDraft): StoredMessage {
	const id = world.next();
	const stored: StoredMessage = {
		message: buildMessage(world, chat, draft, id),
		...compact({
			order: draft.replaces?.order ?? id,
			sentAt: world.now(),
			personId: draft.personId,
			replacesId: draft.replaces?.message.message_id,
			inlineMessageId: draft.inlineMessageId,
			forceReply: draft.forceReply,
			file: draft.file,
		}),
	};
	(draft.personId === undefined ? chat.messages : chat.ephemeral).set(id, stored);
	if (draft.from.is_bot) {
		chat.lastBotId = draft.from.id;
	}
	world.emit({ type: 'new', chatId: chat.chat.id, message: stored });
	return stored;
}

function buildMessage(world: World, { chat, topics, messages }: ChatState, draft: MessageDraft, id: number): Message {
	const isEphemeral = draft.personId !== undefined;
	const threadId = draft.threadId ?? replyThread(chat.type, draft.replyTo);
	// In a topic, a message that is no reply replies to the service message that opened the topic.
	const replyTo = draft.replyTo ?? messages.get(threadId ?? 0);
	return {
		message_id: isEphemeral ? 0 : id,
		from: draft.from,
		chat,
		date: world.seconds(),
		...compact({
			ephemeral_message_id: isEphemeral ? id : undefined,
			receiver_user: isEphemeral ? receiver(world, draft) : undefined,
			message_thread_id: threadId,
			is_topic_message: threadId !== undefined && topics.has(threadId) ? (true as const) : undefined,
			reply_to_message: quoted(replyTo),
		}),
		...draft.content,
	} as Message;
}

function receiver(world: World, draft: MessageDraft): User | undefined {
	return draft.from.id === world.bot.id ? world.people.get(draft.personId ?? 0) : world.bot;
}

/**
 * In supergroups a reply belongs to a thread named after the first message, topic or not. Sending that id back fails
 * with "message thread not found" (https://github.com/tdlib/telegram-bot-api/issues/447), so it has to be here.
 */
function replyThread(type: string, replyTo: StoredMessage | undefined): number | undefined {
	if (type !== 'supergroup' || !replyTo || replyTo.message.message_id === 0) {
		return undefined;
	}
	return replyTo.message.message_thread_id ?? replyTo.message.message_id;
}

function quoted(replyTo: StoredMessage | undefined): Message['reply_to_message'] | undefined {
	if (!replyTo) {
		return undefined;
	}
	const { reply_to_message: _dropped, ...message } = replyTo.message;
	return message as Message['reply_to_message'];
}

export function removeMessage(world: World, chat: ChatState, stored: StoredMessage): void {
	chat.messages.delete(stored.message.message_id);
	chat.ephemeral.delete(stored.message.ephemeral_message_id ?? 0);
	world.inlineMessages.delete(stored.inlineMessageId ?? '');
	world.emit({ type: 'deleted', chatId: chat.chat.id, message: stored });
}

/** Replaces the content fields; the previous ones go, since text and rich content exclude each other. */
export function rewriteMessage(world: World, stored: StoredMessage, content: Partial<Message>): void {
	const {
		text: _t,
		entities: _e,
		rich_message: _r,
		reply_markup: _m,
		link_preview_options: _l,
		...kept
	} = stored.message;
	stored.message = { ...kept, ...content, edit_date: world.seconds() } as Message;
	world.emit({ type: 'edited', chatId: stored.message.chat.id, message: stored });
}
