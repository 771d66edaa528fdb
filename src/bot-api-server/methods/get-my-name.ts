import { checkLanguageCode } from '../checks/language-code.ts';
import type { BotApiMethod } from '../method.ts';
import { localised } from '../world/profile.ts';

export const getMyName: BotApiMethod = {
	name: 'getMyName',
	parameters: ['language_code'],
	call: (context) => ({
		name: localised(context.world.profile.names, checkLanguageCode(context)) ?? context.world.bot.first_name,
	}),
};
