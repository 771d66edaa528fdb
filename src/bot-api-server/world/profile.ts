import type { BotCommand, User } from 'grammy/types';
import type { ChatState } from './types.ts';

export type Profile = {
	/** By scope key, then language code ('' = every language). */
	readonly commands: Map<string, Map<string, BotCommand[]>>;
	readonly names: Map<string, string>;
	readonly descriptions: Map<string, string>;
	readonly shortDescriptions: Map<string, string>;
};

export function createProfile(): Profile {
	return { commands: new Map(), names: new Map(), descriptions: new Map(), shortDescriptions: new Map() };
}

/** The text of a language, else the one of every language. */
export function localised(texts: ReadonlyMap<string, string>, language: string): string | undefined {
	return texts.get(language) ?? texts.get('');
}

/** The command menu a person sees. Order: https://core.telegram.org/bots/api#determining-list-of-commands */
export function commandsSeen(profile: Profile, chat: ChatState, user: User): BotCommand[] {
	const language = user.language_code?.slice(0, 2) ?? '';
	for (const scope of scopesFor(chat, user)) {
		const lists = profile.commands.get(scope);
		const found = lists?.get(language) ?? lists?.get('');
		if (found) {
			return found;
		}
	}
	return [];
}

function scopesFor({ chat, members }: ChatState, user: User): string[] {
	if (chat.type === 'private') {
		return [`chat:${chat.id}`, 'all_private_chats', 'default'];
	}
	const status = members.get(user.id)?.status;
	const isAdmin = status === 'creator' || status === 'administrator';
	return [
		`chat_member:${chat.id}:${user.id}`,
		...(isAdmin ? [`chat_administrators:${chat.id}`] : []),
		`chat:${chat.id}`,
		...(isAdmin ? ['all_chat_administrators'] : []),
		'all_group_chats',
		'default',
	];
}
