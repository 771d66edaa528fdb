import { checkCommandScope } from '../checks/command-scope.ts';
import { checkCommands } from '../checks/commands.ts';
import { checkLanguageCode } from '../checks/language-code.ts';
import type { BotApiMethod } from '../method.ts';

export const setMyCommands: BotApiMethod = {
	name: 'setMyCommands',
	parameters: ['commands', 'scope', 'language_code'],
	call: (context) => {
		const { commands } = context.world.profile;
		const scope = checkCommandScope(context);
		const language = checkLanguageCode(context);
		const list = checkCommands(context);
		const byLanguage = commands.get(scope) ?? new Map();
		byLanguage.set(language, list);
		commands.set(scope, byLanguage);
		return true;
	},
};
