import type { Api } from 'grammy';
import type { BotCommand, BotCommandScope } from 'grammy/types';
import type { I18n } from '../i18n/i18n.ts';
import { BASE_LOCALE } from '../i18n/read-locales.ts';
import { COMMANDS } from './commands.ts';

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
	return (['all_private_chats', 'all_group_chats'] as const).flatMap((type) =>
		lists.map(({ id, ...list }) => ({
			scope: { type },
			...list,
			commands: commandsIn(i18n, id, type === 'all_group_chats'),
		})),
	);
}

function commandsIn(i18n: I18n, locale: string, group: boolean): BotCommand[] {
	const t = i18n.translator(locale);
	return COMMANDS.filter(({ inGroups }) => !group || inGroups).map(({ command }) => ({
		command,
		description: t(`command.${command}`),
	}));
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
		wanted.every(({ command, description }, index) => {
			const other = present[index];
			return other?.command === command && other.description === description;
		})
	);
}
