import type { Api } from 'grammy';
import type { BotCommand, BotCommandScope } from 'grammy/types';
import type { I18n, Translate } from '../i18n/i18n.ts';
import { BASE_LOCALE } from '../i18n/read-locales.ts';
import { COMMANDS, type Command } from './commands.ts';

const SCOPES = ['all_private_chats', 'all_group_chats', 'all_chat_administrators'] as const;

type List = { scope: BotCommandScope; language?: string; commands: BotCommand[] };

/**
 * Tells Telegram the commands, per kind of chat and language, where they differ from what it already has.
 * @returns how many lists were changed
 */
export async function publishCommands(api: Api, i18n: I18n): Promise<number> {
	const changed = await Promise.all(commandLists(i18n).map((list) => publish(api, list)));
	return changed.filter(Boolean).length;
}

/** The lists as they should be. Telegram knows languages by two letters, so one list serves all that share them. */
export function commandLists(i18n: I18n): List[] {
	const translated = i18n.locales
		.filter(({ id }) => id !== BASE_LOCALE)
		.flatMap(({ id, codes }) => codes.filter((code) => code.length === 2).map((language) => ({ id, language })));
	const lists: { id: string; language?: string }[] = [{ id: BASE_LOCALE }, ...translated];
	return SCOPES.flatMap((type) =>
		lists.map(({ id, ...list }) => ({ scope: { type }, ...list, commands: commandsIn(type, i18n.translator(id)) })),
	);
}

/** In a group a command from the list is seen by its sender and the bot alone, and so is the answer. */
function commandsIn(scope: (typeof SCOPES)[number], t: Translate): BotCommand[] {
	return COMMANDS.filter(({ inGroups }) => isListed(scope, inGroups)).map(({ command }) => ({
		command,
		description: t(`command.${command}`),
		...(scope === 'all_private_chats' ? {} : { is_ephemeral: true }),
	}));
}

function isListed(scope: (typeof SCOPES)[number], inGroups: Command['inGroups']): boolean {
	return scope === 'all_private_chats' || inGroups === true || (inGroups === 'admins' && scope !== 'all_group_chats');
}

async function publish(api: Api, { scope, language, commands }: List): Promise<boolean> {
	const where = { scope, ...(language ? { language_code: language as 'ja' } : {}) };
	const present = await api.getMyCommands(where);
	if (isSame(present, commands)) {
		return false;
	}
	await api.setMyCommands(commands, where);
	return true;
}

function isSame(present: readonly BotCommand[], wanted: readonly BotCommand[]): boolean {
	return (
		present.length === wanted.length &&
		wanted.every(({ command, description, is_ephemeral }, index) => {
			const other = present[index];
			const isAlike = (other?.is_ephemeral ?? false) === (is_ephemeral ?? false);
			return other?.command === command && other.description === description && isAlike;
		})
	);
}
