import type { BotApiMethod } from '../method.ts';
import { getChat, getChatAdministrators, getChatMember, leaveChat } from './chats.ts';
import { deleteMyCommands, getMyCommands, setMyCommands } from './commands.ts';
import { deleteMessage, deleteMessages } from './deleting.ts';
import { sendDocument } from './documents.ts';
import { editMessageReplyMarkup, editMessageText } from './editing.ts';
import { deleteEphemeralMessage, editEphemeralMessageText } from './ephemeral.ts';
import { sendChatAction, sendMessage, sendRichMessage } from './messages.ts';
import { getUpdates } from './polling.ts';
import {
	getMe,
	getMyDescription,
	getMyName,
	getMyShortDescription,
	setMyDescription,
	setMyName,
	setMyShortDescription,
} from './profile.ts';
import { answerCallbackQuery, answerGuestQuery, answerInlineQuery } from './queries.ts';
import { deleteWebhook, getWebhookInfo, setWebhook } from './webhook.ts';

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
