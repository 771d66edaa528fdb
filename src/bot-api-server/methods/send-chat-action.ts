import { checkThread } from '../checks/thread.ts';
import { checkWriteAccess } from '../checks/write-access.ts';
import { badRequest } from '../errors.ts';
import type { BotApiMethod } from '../method.ts';

const ACTIONS: readonly string[] = [
	...['typing', 'upload_photo', 'record_video', 'upload_video', 'record_voice', 'upload_voice'],
	...['upload_document', 'choose_sticker', 'find_location', 'record_video_note', 'upload_video_note'],
];

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
