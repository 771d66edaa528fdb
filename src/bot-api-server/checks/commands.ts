import type { BotCommand } from 'grammy/types';
import { badRequest } from '../errors.ts';
import { isInteger, isObject, type JsonObject } from '../json.ts';
import type { MethodContext } from '../method.ts';
import { findChat } from './chat.ts';

/** setMyCommands and BotCommand in the types. */
const COMMAND_LIMIT = 100;
const NAME_PATTERN = /^[a-z0-9_]{1,32}$/;
const DESCRIPTION_LIMIT = 256;
const FIELDS: readonly string[] = ['command', 'description', 'is_ephemeral'];
const GENERAL_SCOPES: readonly string[] = [
	'default',
	'all_private_chats',
	'all_group_chats',
	'all_chat_administrators',
];
const CHAT_SCOPES: readonly string[] = ['chat', 'chat_administrators', 'chat_member'];

export function checkCommands(context: MethodContext): BotCommand[] {
	const commands = context.params.json('commands');
	if (!Array.isArray(commands)) {
		throw badRequest("can't parse commands JSON object: expected an Array of BotCommand");
	}
	if (commands.length > COMMAND_LIMIT) {
		throw badRequest('BOT_COMMANDS_TOO_MUCH');
	}
	for (const command of commands) {
		checkCommand(context, command);
	}
	checkDuplicates(context, commands as BotCommand[]);
	return commands as BotCommand[];
}

/** The key under which the profile keeps the commands of a BotCommandScope. */
export function checkCommandScope({ world, params }: MethodContext): string {
	const scope = params.json('scope') ?? { type: 'default' };
	if (!isObject(scope)) {
		throw badRequest("can't parse BotCommandScope: expected an Object");
	}
	const type = String(scope['type']);
	if (GENERAL_SCOPES.includes(type)) {
		return type;
	}
	if (!CHAT_SCOPES.includes(type)) {
		throw badRequest("can't parse BotCommandScope: unsupported type specified");
	}
	const chat = findChat(world, String(scope['chat_id']));
	if (!chat) {
		throw badRequest('chat not found');
	}
	const member = type === 'chat_member' ? `:${userId(scope)}` : '';
	return `${type}:${chat.chat.id}${member}`;
}

function checkCommand({ violate }: MethodContext, command: unknown): void {
	if (!isObject(command)) {
		throw badRequest('expected an Object of type BotCommand');
	}
	if (typeof command['command'] !== 'string' || !NAME_PATTERN.test(command['command'])) {
		throw badRequest('BOT_COMMAND_INVALID');
	}
	checkDescription(command);
	for (const field of Object.keys(command).filter((key) => !FIELDS.includes(key))) {
		violate('unknown-command-field', `a command has no field "${field}"`);
	}
}

function checkDescription(command: JsonObject): void {
	const description = command['description'];
	const length = typeof description === 'string' ? [...description.trim()].length : 0;
	if (length === 0) {
		throw badRequest('command description must be non-empty');
	}
	if (length > DESCRIPTION_LIMIT) {
		throw badRequest(`command description length must not exceed ${DESCRIPTION_LIMIT}`);
	}
}

function checkDuplicates({ violate }: MethodContext, commands: readonly BotCommand[]): void {
	const names = commands.map(({ command }) => command);
	for (const duplicate of names.filter((name, index) => names.indexOf(name) !== index)) {
		violate('command-twice', `/${duplicate} stands twice in one list`);
	}
}

function userId(scope: JsonObject): number {
	if (!isInteger(scope['user_id'])) {
		throw badRequest('invalid user_id specified');
	}
	return scope['user_id'];
}
