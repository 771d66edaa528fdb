import { checkLanguageCode } from '../checks/language-code.ts';
import type { BotApiMethod } from '../method.ts';
import { localised } from '../world/profile.ts';

export const getMyDescription: BotApiMethod = {
	name: 'getMyDescription',
	parameters: ['language_code'],
	call: (context) => ({
		description: localised(context.world.profile.descriptions, checkLanguageCode(context)) ?? '',
	}),
};
