import { checkCommandScope } from '../checks/command-scope.ts';
import { checkLanguageCode } from '../checks/language-code.ts';
import type { BotApiMethod } from '../method.ts';

export const deleteMyCommands: BotApiMethod = {
	name: 'deleteMyCommands',
	parameters: ['scope', 'language_code'],
	call: (context) => {
		const byLanguage = context.world.profile.commands.get(checkCommandScope(context));
		byLanguage?.delete(checkLanguageCode(context));
		return true;
	},
};
