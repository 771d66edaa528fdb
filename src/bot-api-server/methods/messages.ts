import { checkThread, checkWriteAccess } from '../checks/chat.ts';
import { checkRichMessage } from '../checks/rich-message.ts';
import { badRequest } from '../errors.ts';
import type { BotApiMethod } from '../method.ts';
import { readText, TEXT_PARAMETERS } from '../sending/content.ts';
import { checkDestination, SEND_PARAMETERS, sendTo } from '../sending/destination.ts';

const ACTIONS: readonly string[] = [
	...['typing', 'upload_photo', 'record_video', 'upload_video', 'record_voice', 'upload_voice'],
	...['upload_document', 'choose_sticker', 'find_location', 'record_video_note', 'upload_video_note'],
];

export const sendMessage: BotApiMethod = {
	name: 'sendMessage',
	parameters: [...SEND_PARAMETERS, ...TEXT_PARAMETERS, 'reply_to_message_id'],
	call: (context) => {
		const destination = checkDestination(context, 'text messages');
		return sendTo(context, destination, readText(context));
	},
};

export const sendRichMessage: BotApiMethod = {
	name: 'sendRichMessage',
	parameters: [...SEND_PARAMETERS, 'rich_message'],
	call: (context) => {
		const destination = checkDestination(context, 'text messages');
		const rich = checkRichMessage(context, context.params.json('rich_message'), destination.chat);
		return sendTo(context, destination, { rich_message: rich });
	},
};

export const sendChatAction: BotApiMethod = {
	name: 'sendChatAction',
	parameters: ['business_connection_id', 'chat_id', 'message_thread_id', 'action'],
	call: (context) => {
		const chat = checkWriteAccess(context, 'text messages');
		checkThread(context, chat);
		const action = context.params.string('action') ?? '';
		if (!ACTIONS.includes(action)) {
			throw badRequest('wrong parameter action in request');
		}
		const threadId = context.params.integer('message_thread_id');
		context.world.emit({ type: 'action', chatId: chat.chat.id, threadId, action });
		return true;
	},
};
