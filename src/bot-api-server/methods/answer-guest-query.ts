import type { SentGuestMessage } from 'grammy/types';
import { checkInlineResult } from '../checks/inline-result.ts';
import { checkQuestion } from '../checks/query.ts';
import { badRequest } from '../errors.ts';
import type { BotApiMethod } from '../method.ts';
import { botUser } from '../sending/destination.ts';
import { postMessage } from '../world/messages.ts';

export const answerGuestQuery: BotApiMethod = {
	name: 'answerGuestQuery',
	parameters: ['guest_query_id', 'result'],
	call: (context): SentGuestMessage => {
		const { world, params } = context;
		const question = checkQuestion(context, 'guest', params.string('guest_query_id'));
		const { result, content } = checkInlineResult(context, params.json('result'));
		const chat = world.chats.get(question.chatId ?? 0);
		if (!chat) {
			throw badRequest('chat not found');
		}
		question.answer = result;
		const inlineMessageId = `guest-${world.next()}`;
		const stored = postMessage(world, chat, {
			from: botUser(world.bot),
			content: { ...content, guest_bot_caller_user: question.from },
			replyTo: question.replyTo,
			inlineMessageId,
		});
		world.inlineMessages.set(inlineMessageId, stored);
		return { inline_message_id: inlineMessageId };
	},
};
