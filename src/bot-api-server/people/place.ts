import type { User } from 'grammy/types';
import { isPresent } from '../world/chats.ts';
import type { ChatState, StoredMessage } from '../world/types.ts';
import { type SeenMessage, see } from './seen-message.ts';

/** Where a person acts: a chat, or one topic of it. The chat is looked up each time, since a group can migrate. */
export type ChatPlace = { readonly chat: () => ChatState; readonly threadId: number | undefined };

/** Throws where the person cannot act: in a group they are not in, or with a bot they blocked. */
export function checkPlace(place: ChatPlace, user: User): ChatState {
	const chat = place.chat();
	if (chat.chat.type === 'private' && chat.isBlocked) {
		throw new Error(`${user.first_name} has blocked the bot. Call unblocks() first.`);
	}
	if (chat.chat.type !== 'private' && !isPresent(chat.members.get(user.id))) {
		throw new Error(`${user.first_name} is not a member of "${chat.chat.title}". Add them to the group's members.`);
	}
	return chat;
}

/** The messages the person sees there, oldest first, without replaced ones and ephemeral ones of others. */
export function visibleMessages(place: ChatPlace, personId: number): SeenMessage[] {
	return visible(place, personId).map(see);
}

/** The newest message the person sees there. */
export function newestMessage(place: ChatPlace, personId: number): SeenMessage | undefined {
	const newest = visible(place, personId).at(-1);
	return newest && see(newest);
}

function visible(place: ChatPlace, personId: number): StoredMessage[] {
	const chat = place.chat();
	const ephemeral = [...chat.ephemeral.values()].filter((stored) => stored.personId === personId);
	const replaced = new Set(ephemeral.map((stored) => stored.replacesId));
	const ordinary = [...chat.messages.values()].filter(({ message }) => !replaced.has(message.message_id));
	const written = [...ordinary, ...ephemeral].filter(({ message }) => message.forum_topic_created === undefined);
	const here = written.filter((stored) => isInThread(stored, place.threadId));
	return here.sort((one, other) => one.order - other.order);
}

function isInThread({ message }: StoredMessage, threadId: number | undefined): boolean {
	const topic = message.is_topic_message ? message.message_thread_id : undefined;
	return topic === threadId;
}
