import { badRequest } from '../errors.ts';
import { isInteger, isObject, type JsonObject } from '../json.ts';
import type { MethodContext } from '../method.ts';
import type { ChatState, StoredMessage } from '../world/types.ts';
import { checkUnknownFields } from './unknown-fields.ts';

/** An ephemeral message may be replied to for this long (ReplyParameters.ephemeral_message_id in the types). */
export const EPHEMERAL_WINDOW_MS = 15_000;
const FIELDS: readonly string[] = [
	...['message_id', 'chat_id', 'ephemeral_message_id', 'checklist_task_id', 'poll_option_id'],
	...['allow_sending_without_reply', 'quote', 'quote_parse_mode', 'quote_entities', 'quote_position'],
];

/** The message replied to, if the call replies and the message is there. */
export function checkReply(context: MethodContext, chat: ChatState, isEphemeral: boolean): StoredMessage | undefined {
	const parameters = readReply(context);
	if (!parameters) {
		return undefined;
	}
	if (parameters['ephemeral_message_id'] !== undefined) {
		return ephemeralTarget(context, chat, parameters['ephemeral_message_id'], isEphemeral);
	}
	const id = parameters['message_id'];
	const found = isInteger(id) && isThisChat(parameters, chat) ? chat.messages.get(id) : undefined;
	if (!found) {
		return missing(parameters, isEphemeral);
	}
	checkQuote(parameters, found);
	return found;
}

function readReply(context: MethodContext): JsonObject | undefined {
	const { params, violate } = context;
	const parameters = params.json('reply_parameters');
	if (params.has('reply_to_message_id')) {
		violate('deprecated-parameter', 'reply_to_message_id is replaced by reply_parameters');
		return { message_id: params.integer('reply_to_message_id') };
	}
	if (parameters === undefined) {
		return undefined;
	}
	if (!isObject(parameters)) {
		throw badRequest("can't parse reply parameters: expected an Object");
	}
	checkUnknownFields(context, parameters, { what: 'reply_parameters', fields: FIELDS });
	return parameters;
}

function isThisChat(parameters: JsonObject, chat: ChatState): boolean {
	const chatId = parameters['chat_id'];
	return chatId === undefined || String(chatId) === String(chat.chat.id);
}

function missing(parameters: JsonObject, isEphemeral: boolean): undefined {
	// "Always False for … sent ephemeral messages" (ReplyParameters.allow_sending_without_reply).
	if (parameters['allow_sending_without_reply'] === true && !isEphemeral) {
		return undefined;
	}
	throw badRequest('message to be replied not found');
}

function checkQuote(parameters: JsonObject, found: StoredMessage): void {
	const quote = parameters['quote'];
	const text = found.message.text ?? found.message.caption ?? '';
	if (typeof quote !== 'string' || quote === '') {
		return;
	}
	if (quote.length > 1024) {
		throw badRequest('QUOTE_TEXT_TOO_LONG');
	}
	if (!text.includes(quote)) {
		throw badRequest('QUOTE_TEXT_INVALID');
	}
}

function ephemeralTarget({ world }: MethodContext, chat: ChatState, id: unknown, isEphemeral: boolean): StoredMessage {
	const found = isInteger(id) ? chat.ephemeral.get(id) : undefined;
	const isIncoming = found !== undefined && found.message.from?.id !== world.bot.id;
	if (!isIncoming || world.now() - found.sentAt > EPHEMERAL_WINDOW_MS) {
		throw badRequest('message to be replied not found');
	}
	if (!isEphemeral) {
		throw badRequest('a reply to an ephemeral message must itself be an ephemeral message');
	}
	return found;
}
