import { setProfileText } from '../checks/profile-text.ts';
import type { BotApiMethod } from '../method.ts';

/** "0-64 characters" (setMyName in the types). */
const LIMIT = 64;

export const setMyName: BotApiMethod = {
	name: 'setMyName',
	parameters: ['name', 'language_code'],
	call: (context) => setProfileText(context, context.world.profile.names, { field: 'name', limit: LIMIT }),
};
