import type { BotCommand } from 'grammy/types';
import { checkCommandScope } from '../checks/command-scope.ts';
import { checkCommands } from '../checks/commands.ts';
import { checkLanguageCode } from '../checks/language-code.ts';
import type { BotApiMethod, MethodContext } from '../method.ts';

/** A server that does not know a field forgets it. */
function asKnown({ world }: MethodContext, { is_ephemeral, ...command }: BotCommand): BotCommand {
	return world.knowsEphemeral && is_ephemeral ? { ...command, is_ephemeral } : command;
}

export const setMyCommands: BotApiMethod = {
	name: 'setMyCommands',
	parameters: ['commands', 'scope', 'language_code'],
	call: (context) => {
		const { commands } = context.world.profile;
		const scope = checkCommandScope(context);
		const language = checkLanguageCode(context);
		const list = checkCommands(context).map((command) => asKnown(context, command));
		const byLanguage = commands.get(scope) ?? new Map();
		byLanguage.set(language, list);
		commands.set(scope, byLanguage);
		return true;
	},
};
