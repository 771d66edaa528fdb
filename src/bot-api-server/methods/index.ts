import type { BotApiMethod } from '../method.ts';
import { answerCallbackQuery } from './answer-callback-query.ts';
import { answerGuestQuery } from './answer-guest-query.ts';
import { answerInlineQuery } from './answer-inline-query.ts';
import { deleteEphemeralMessage } from './delete-ephemeral-message.ts';
import { deleteMessage } from './delete-message.ts';
import { deleteMessages } from './delete-messages.ts';
import { deleteMyCommands } from './delete-my-commands.ts';
import { deleteWebhook } from './delete-webhook.ts';
import { editEphemeralMessageText } from './edit-ephemeral-message-text.ts';
import { editMessageReplyMarkup } from './edit-message-reply-markup.ts';
import { editMessageText } from './edit-message-text.ts';
import { getChat } from './get-chat.ts';
import { getChatAdministrators } from './get-chat-administrators.ts';
import { getChatMember } from './get-chat-member.ts';
import { getMe } from './get-me.ts';
import { getMyCommands } from './get-my-commands.ts';
import { getMyDescription } from './get-my-description.ts';
import { getMyName } from './get-my-name.ts';
import { getMyShortDescription } from './get-my-short-description.ts';
import { getUpdates } from './get-updates.ts';
import { getWebhookInfo } from './get-webhook-info.ts';
import { leaveChat } from './leave-chat.ts';
import { sendChatAction } from './send-chat-action.ts';
import { sendDocument } from './send-document.ts';
import { sendMessage } from './send-message.ts';
import { sendRichMessage } from './send-rich-message.ts';
import { setMyCommands } from './set-my-commands.ts';
import { setMyDescription } from './set-my-description.ts';
import { setMyName } from './set-my-name.ts';
import { setMyShortDescription } from './set-my-short-description.ts';
import { setWebhook } from './set-webhook.ts';

const METHODS = [
	answerCallbackQuery,
	answerGuestQuery,
	answerInlineQuery,
	deleteEphemeralMessage,
	deleteMessage,
	deleteMessages,
	deleteMyCommands,
	deleteWebhook,
	editEphemeralMessageText,
	editMessageReplyMarkup,
	editMessageText,
	getChatAdministrators,
	getChatMember,
	getChat,
	getMe,
	getMyCommands,
	getMyDescription,
	getMyName,
	getMyShortDescription,
	getUpdates,
	getWebhookInfo,
	leaveChat,
	sendChatAction,
	sendDocument,
	sendMessage,
	sendRichMessage,
	setMyCommands,
	setMyDescription,
	setMyName,
	setMyShortDescription,
	setWebhook,
] as const satisfies readonly BotApiMethod[];

/** "All methods in the Bot API are case-insensitive." */
const BY_NAME: ReadonlyMap<string, BotApiMethod> = new Map(
	METHODS.map((method) => [method.name.toLowerCase(), method]),
);

export function findMethod(name: string): BotApiMethod | undefined {
	return BY_NAME.get(name.toLowerCase());
}
