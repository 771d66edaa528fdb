import { badRequest, forbidden } from '../errors.ts';
import type { MethodContext } from '../method.ts';
import { isAdministrator, isPresent } from '../world/chats.ts';
import type { ChatState } from '../world/types.ts';
import type { World } from '../world/world.ts';

/** The chat a call names, if the bot may look at it. Wording: Client.cpp, check_chat, of tdlib/telegram-bot-api. */
export function checkChat({ world, params }: MethodContext): ChatState {
	const id = params.string('chat_id')?.trim() ?? '';
	if (id === '') {
		throw badRequest('chat_id is empty');
	}
	const chat = findChat(world, id);
	if (!chat || (chat.chat.type === 'private' && !chat.isStarted && !world.met.has(chat.chat.id))) {
		throw badRequest('chat not found');
	}
	checkAccess(world, chat);
	return chat;
}

export function findChat(world: World, id: string): ChatState | undefined {
	if (!id.startsWith('@')) {
		return world.chats.get(Number(id));
	}
	const username = id.slice(1).toLowerCase();
	return [...world.chats.values()].find(
		({ chat }) => chat.type === 'supergroup' && chat.username?.toLowerCase() === username,
	);
}

function checkAccess(world: World, { chat, members, migratedTo }: ChatState): void {
	if (migratedTo !== undefined) {
		throw badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: migratedTo });
	}
	if (chat.type === 'private') {
		return;
	}
	const member = members.get(world.bot.id);
	if (!member) {
		throw badRequest('chat not found');
	}
	const { status } = member;
	if (!isPresent(member)) {
		const what = status === 'kicked' ? 'bot was kicked from' : 'bot is not a member of';
		throw forbidden(`${what} the ${chat.type} chat`);
	}
}

/** The chat a call sends to. `what` is the plural of Telegram's sentence: "text messages", "documents". */
export function checkWriteAccess(context: MethodContext, what: string): ChatState {
	const chat = checkChat(context);
	if (chat.chat.type === 'private') {
		checkPrivate(chat);
	} else if (!mayWrite(context, chat)) {
		throw badRequest(`not enough rights to send ${what} to the chat`);
	}
	return chat;
}

function checkPrivate({ isStarted, isBlocked, isDeactivated }: ChatState): void {
	if (isDeactivated) {
		throw forbidden('user is deactivated');
	}
	if (isBlocked) {
		throw forbidden('bot was blocked by the user');
	}
	if (!isStarted) {
		throw forbidden("bot can't initiate conversation with a user");
	}
}

function mayWrite({ world }: MethodContext, { members, membersMaySend }: ChatState): boolean {
	const member = members.get(world.bot.id);
	return isAdministrator(member) || (membersMaySend && member?.canSend === true);
}

/**
 * The topic of a forum. "General" is refused there, and a thread of any other group ignored (check_message_topic of
 * telegram-bot-api; older servers refused both: https://github.com/tdlib/telegram-bot-api/issues/447).
 */
export function checkThread({ world, params }: MethodContext, chat: ChatState): number | undefined {
	const threadId = params.integer('message_thread_id');
	const isForum = chat.chat.type === 'supergroup' && chat.chat.is_forum === true;
	if (threadId === undefined || threadId === 0 || (chat.chat.type !== 'private' && !isForum)) {
		return undefined;
	}
	if (!chat.topics.has(threadId)) {
		throw badRequest('message thread not found');
	}
	if (chat.closedTopics.has(threadId) && !isAdministrator(chat.members.get(world.bot.id))) {
		throw badRequest('TOPIC_CLOSED');
	}
	return threadId;
}
