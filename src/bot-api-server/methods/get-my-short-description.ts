import { checkLanguageCode } from '../checks/language-code.ts';
import type { BotApiMethod } from '../method.ts';
import { localised } from '../world/profile.ts';

export const getMyShortDescription: BotApiMethod = {
	name: 'getMyShortDescription',
	parameters: ['language_code'],
	call: (context) => ({
		short_description: localised(context.world.profile.shortDescriptions, checkLanguageCode(context)) ?? '',
	}),
};
