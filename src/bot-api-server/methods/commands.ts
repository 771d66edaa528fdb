import type { BotCommand } from 'grammy/types';
import { checkCommandScope, checkCommands } from '../checks/commands.ts';
import { checkLanguageCode } from '../checks/profile.ts';
import type { BotApiMethod, MethodContext } from '../method.ts';

export const getMyCommands: BotApiMethod = {
	name: 'getMyCommands',
	parameters: ['scope', 'language_code'],
	call: (context) => {
		const byLanguage = context.world.profile.commands.get(checkCommandScope(context));
		return byLanguage?.get(checkLanguageCode(context)) ?? [];
	},
};

export const setMyCommands: BotApiMethod = {
	name: 'setMyCommands',
	parameters: ['commands', 'scope', 'language_code'],
	call: (context) => {
		const { commands } = context.world.profile;
		const scope = checkCommandScope(context);
		const language = checkLanguageCode(context);
		const list = checkCommands(context).map((command) => withKnownFields(context, command));
		const byLanguage = commands.get(scope) ?? new Map();
		byLanguage.set(language, list);
		commands.set(scope, byLanguage);
		return true;
	},
};

export const deleteMyCommands: BotApiMethod = {
	name: 'deleteMyCommands',
	parameters: ['scope', 'language_code'],
	call: (context) => {
		const byLanguage = context.world.profile.commands.get(checkCommandScope(context));
		byLanguage?.delete(checkLanguageCode(context));
		return true;
	},
};

/** A server from before ephemeral messages drops `is_ephemeral`. */
function withKnownFields({ world }: MethodContext, { is_ephemeral, ...command }: BotCommand): BotCommand {
	return world.knowsEphemeral && is_ephemeral ? { ...command, is_ephemeral } : command;
}
