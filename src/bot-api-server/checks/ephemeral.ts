import { badRequest } from '../errors.ts';
import { isInteger, isObject, type JsonObject } from '../json.ts';
import type { MethodContext } from '../method.ts';
import { isAdministrator, isPresent } from '../world/chats.ts';
import type { ChatState, StoredMessage, Tap } from '../world/types.ts';
import { EPHEMERAL_WINDOW_MS } from './reply.ts';
import { checkUnknownFields } from './unknown-fields.ts';

export type EphemeralTarget = { personId: number; replaces: StoredMessage | undefined };

/** QUERY_ID_INVALID in the words of fail_query_with_error of telegram-bot-api. */
export const TOO_OLD = 'query is too old and response timeout expired or query ID is invalid';
const FIELDS = ['receiver_user_id', 'callback_query_id', 'replace_callback_query_message'] as const;

/**
 * Reads `ephemeral_message_parameters`: who sees the message. Rules: the types' comments on EphemeralMessageParameters;
 * that an administrator bot needs no trigger is quoted from the Bot API in
 * https://github.com/OvyFlash/telegram-bot-api/pull/84. Telegram's wording of these refusals is not known, except
 * MESSAGE_NOT_COMMAND (https://github.com/kurigram-org/kurigram/pull/337).
 */
export function checkEphemeral(context: MethodContext, chat: ChatState): EphemeralTarget | undefined {
	const parameters = context.params.json('ephemeral_message_parameters');
	if (parameters === undefined || !context.world.knowsEphemeral) {
		return undefined;
	}
	if (!isObject(parameters) || !isInteger(parameters['receiver_user_id'])) {
		throw badRequest("can't parse ephemeral message parameters: receiver_user_id must be of type Number");
	}
	checkUnknownFields(context, parameters, { what: 'ephemeral_message_parameters', fields: FIELDS });
	const personId = parameters['receiver_user_id'];
	checkReceiver(chat, personId);
	const tap = checkTrigger(context, chat, parameters, personId);
	return { personId, replaces: replaced(parameters, tap) };
}

function checkReceiver(chat: ChatState, personId: number): void {
	if (chat.chat.type === 'private') {
		throw badRequest('ephemeral messages can be sent only to groups and supergroups');
	}
	const member = chat.members.get(personId);
	if (!isPresent(member) || member.user.is_bot) {
		throw badRequest('USER_NOT_PARTICIPANT');
	}
}

function checkTrigger(
	context: MethodContext,
	chat: ChatState,
	parameters: JsonObject,
	personId: number,
): Tap | undefined {
	const { world } = context;
	const queryId = parameters['callback_query_id'];
	if (typeof queryId === 'string') {
		return checkTap(context, chat, queryId, personId);
	}
	if (!isAdministrator(chat.members.get(world.bot.id)) && !repliesToEphemeral(context, chat, personId)) {
		throw badRequest('MESSAGE_NOT_COMMAND');
	}
	return undefined;
}

function checkTap({ world }: MethodContext, chat: ChatState, queryId: string, personId: number): Tap {
	const tap = world.taps.get(queryId);
	if (!tap || tap.from.id !== personId || tap.stored.message.chat.id !== chat.chat.id) {
		throw badRequest(TOO_OLD);
	}
	if (world.now() - tap.at > EPHEMERAL_WINDOW_MS) {
		throw badRequest(TOO_OLD);
	}
	return tap;
}

function repliesToEphemeral({ params }: MethodContext, chat: ChatState, personId: number): boolean {
	const reply = params.json('reply_parameters');
	const id = isObject(reply) ? reply['ephemeral_message_id'] : undefined;
	return isInteger(id) && chat.ephemeral.get(id)?.personId === personId;
}

/** A tap on an ephemeral message is answered by editing it (aiogram 3.31 quotes the Bot API on this). */
function replaced(parameters: JsonObject, tap: Tap | undefined): StoredMessage | undefined {
	if (parameters['replace_callback_query_message'] !== true) {
		return undefined;
	}
	if (!tap) {
		throw badRequest('replace_callback_query_message needs a callback_query_id');
	}
	if (tap.stored.message.message_id === 0) {
		throw badRequest('replace_callback_query_message must be false for a callback query of an ephemeral message');
	}
	return tap.stored;
}
