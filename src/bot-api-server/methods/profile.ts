import { checkLanguageCode, checkProfileText } from '../checks/profile.ts';
import type { BotApiMethod, MethodContext } from '../method.ts';
import { localised } from '../world/profile.ts';

/** "0-64 characters", "0-512 characters" and "0-120 characters" (the methods' comments in the types). */
const NAME_LIMIT = 64;
const DESCRIPTION_LIMIT = 512;
const SHORT_DESCRIPTION_LIMIT = 120;

export const getMe: BotApiMethod = {
	name: 'getMe',
	parameters: [],
	call: ({ world }) => world.bot,
};

export const getMyName: BotApiMethod = {
	name: 'getMyName',
	parameters: ['language_code'],
	call: (context) => ({
		name: localised(context.world.profile.names, checkLanguageCode(context)) ?? context.world.bot.first_name,
	}),
};

export const setMyName: BotApiMethod = {
	name: 'setMyName',
	parameters: ['name', 'language_code'],
	call: (context) => setText(context, context.world.profile.names, { field: 'name', limit: NAME_LIMIT }),
};

export const getMyDescription: BotApiMethod = {
	name: 'getMyDescription',
	parameters: ['language_code'],
	call: (context) => ({
		description: localised(context.world.profile.descriptions, checkLanguageCode(context)) ?? '',
	}),
};

export const setMyDescription: BotApiMethod = {
	name: 'setMyDescription',
	parameters: ['description', 'language_code'],
	call: (context) =>
		setText(context, context.world.profile.descriptions, { field: 'description', limit: DESCRIPTION_LIMIT }),
};

export const getMyShortDescription: BotApiMethod = {
	name: 'getMyShortDescription',
	parameters: ['language_code'],
	call: (context) => ({
		short_description: localised(context.world.profile.shortDescriptions, checkLanguageCode(context)) ?? '',
	}),
};

export const setMyShortDescription: BotApiMethod = {
	name: 'setMyShortDescription',
	parameters: ['short_description', 'language_code'],
	call: (context) =>
		setText(context, context.world.profile.shortDescriptions, {
			field: 'short_description',
			limit: SHORT_DESCRIPTION_LIMIT,
		}),
};

/** Sets the text for one language; an empty text removes it. */
function setText(context: MethodContext, texts: Map<string, string>, rule: { field: string; limit: number }): true {
	const language = checkLanguageCode(context);
	const text = checkProfileText(context, rule);
	if (text === '') {
		texts.delete(language);
	} else {
		texts.set(language, text);
	}
	return true;
}
