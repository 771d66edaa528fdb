import { setProfileText } from '../checks/profile-text.ts';
import type { BotApiMethod } from '../method.ts';

/** "0-120 characters" (setMyShortDescription in the types). */
const LIMIT = 120;

export const setMyShortDescription: BotApiMethod = {
	name: 'setMyShortDescription',
	parameters: ['short_description', 'language_code'],
	call: (context) =>
		setProfileText(context, context.world.profile.shortDescriptions, { field: 'short_description', limit: LIMIT }),
};
