import { badRequest, forbidden } from '../errors.ts';
import type { MethodContext } from '../method.ts';
import { isAdministrator } from '../world/chats.ts';
import type { ChatState } from '../world/types.ts';
import { checkChat } from './chat.ts';

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

function checkPrivate({ isStarted, isBlocked }: ChatState): void {
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
