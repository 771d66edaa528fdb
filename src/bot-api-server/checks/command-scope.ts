import { badRequest } from '../errors.ts';
import { isInteger, isObject, type JsonObject } from '../json.ts';
import type { MethodContext } from '../method.ts';
import { findChat } from './chat.ts';

const GENERAL: readonly string[] = ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators'];
const OF_A_CHAT: readonly string[] = ['chat', 'chat_administrators', 'chat_member'];

/** The key of a BotCommandScope, under which the commands are kept. */
export function checkCommandScope({ world, params }: MethodContext): string {
	const scope = params.json('scope') ?? { type: 'default' };
	if (!isObject(scope)) {
		throw badRequest("can't parse BotCommandScope: expected an Object");
	}
	const type = String(scope['type']);
	if (GENERAL.includes(type)) {
		return type;
	}
	if (!OF_A_CHAT.includes(type)) {
		throw badRequest("can't parse BotCommandScope: unsupported type specified");
	}
	const chat = findChat(world, String(scope['chat_id']));
	if (!chat) {
		throw badRequest('chat not found');
	}
	const member = type === 'chat_member' ? `:${userId(scope)}` : '';
	return `${type}:${chat.chat.id}${member}`;
}

function userId(scope: JsonObject): number {
	if (!isInteger(scope['user_id'])) {
		throw badRequest('invalid user_id specified');
	}
	return scope['user_id'];
}
