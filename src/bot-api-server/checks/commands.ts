import type { BotCommand } from 'grammy/types';
import { badRequest } from '../errors.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { MethodContext } from '../method.ts';

/** setMyCommands and BotCommand in the types. */
export const COMMAND_LIMIT = 100;
const NAME = /^[a-z0-9_]{1,32}$/;
const DESCRIPTION_LIMIT = 256;
const FIELDS: readonly string[] = ['command', 'description', 'is_ephemeral'];

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
	checkTwins(context, commands as BotCommand[]);
	return commands as BotCommand[];
}

function checkCommand({ violate }: MethodContext, command: unknown): void {
	if (!isObject(command)) {
		throw badRequest('expected an Object of type BotCommand');
	}
	if (typeof command['command'] !== 'string' || !NAME.test(command['command'])) {
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

function checkTwins({ violate }: MethodContext, commands: readonly BotCommand[]): void {
	const names = commands.map(({ command }) => command);
	for (const twin of names.filter((name, index) => names.indexOf(name) !== index)) {
		violate('command-twice', `/${twin} stands twice in one list`);
	}
}
