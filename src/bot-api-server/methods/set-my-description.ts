import { setProfileText } from '../checks/profile-text.ts';
import type { BotApiMethod } from '../method.ts';

/** "0-512 characters" (setMyDescription in the types). */
const LIMIT = 512;

export const setMyDescription: BotApiMethod = {
	name: 'setMyDescription',
	parameters: ['description', 'language_code'],
	call: (context) =>
		setProfileText(context, context.world.profile.descriptions, { field: 'description', limit: LIMIT }),
};
