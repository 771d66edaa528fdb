import { badRequest } from '../errors.ts';
import type { MethodContext } from '../method.ts';
import { isAdministrator } from '../world/chats.ts';
import type { ChatState } from '../world/types.ts';

/** Only a topic will do: "General" and the thread of a plain reply are refused (tdlib/telegram-bot-api issue 447). */
export function checkThread({ world, params }: MethodContext, chat: ChatState): number | undefined {
	const threadId = params.integer('message_thread_id');
	if (threadId === undefined || threadId === 0) {
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
