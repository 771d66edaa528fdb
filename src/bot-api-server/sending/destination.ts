import type { Message } from 'grammy/types';
import { checkThread, checkWriteAccess } from '../checks/chat.ts';
import { checkEphemeral, type EphemeralTarget } from '../checks/ephemeral.ts';
import { checkFlood } from '../checks/flood.ts';
import { type CheckedMarkup, checkReplyMarkup } from '../checks/keyboard.ts';
import { checkReply } from '../checks/reply.ts';
import { compact } from '../json.ts';
import type { MethodContext } from '../method.ts';
import { botUser } from '../world/chats.ts';
import { postMessage } from '../world/messages.ts';
import type { ChatState, StoredMessage, Upload } from '../world/types.ts';

/** What every send method takes beside its content (methods.d.ts). */
export const SEND_PARAMETERS = [
	...['business_connection_id', 'chat_id', 'message_thread_id', 'direct_messages_topic_id'],
	...['ephemeral_message_parameters', 'disable_notification', 'protect_content', 'allow_paid_broadcast'],
	...['message_effect_id', 'suggested_post_parameters', 'reply_parameters', 'reply_markup'],
] as const;

type Destination = {
	chat: ChatState;
	threadId: number | undefined;
	ephemeral: EphemeralTarget | undefined;
	replyTo: StoredMessage | undefined;
	markup: CheckedMarkup;
};

/** Checks where the message goes. `what` is the plural in "not enough rights to send …". */
export function checkDestination(context: MethodContext, what: string): Destination {
	const chat = checkWriteAccess(context, what);
	checkFlood(context, 'send', chat);
	const ephemeral = checkEphemeral(context, chat);
	return {
		chat,
		threadId: checkThread(context, chat),
		ephemeral,
		replyTo: checkReply(context, chat, ephemeral !== undefined),
		markup: checkReplyMarkup(context, chat),
	};
}

/** Posts the content there as the bot and returns the message. */
export function sendTo({ world }: MethodContext, to: Destination, content: Partial<Message>, file?: Upload): Message {
	const { message } = postMessage(world, to.chat, {
		from: botUser(world.bot),
		content: { ...content, ...compact({ reply_markup: to.markup.inline }) },
		threadId: to.threadId,
		replyTo: to.replyTo,
		personId: to.ephemeral?.personId,
		replaces: to.ephemeral?.replaces,
		forceReply: to.markup.forceReply,
		file,
	});
	return message;
}
