import { Api } from 'grammy';
import { expect, onTestFinished, test } from 'vitest';
import en from '../../locales/en.json' with { type: 'json' };
import { COMMANDS } from '../../src/bot/commands.ts';
import { commandLists, publishCommands } from '../../src/bot/publish-commands.ts';
import { createBotApiServer } from '../../src/bot-api-server/index.ts';
import { BASE_LOCALE } from '../../src/i18n/read-locales.ts';
import { content } from '../support/nokori.ts';

test('commands are published for private chats and groups in every language that Telegram tells apart', async () => {
	const server = await createBotApiServer();
	onTestFinished(() => server.close());
	const api = new Api(server.token, { apiRoot: server.url });
	const { i18n } = content();
	const others = i18n.locales.filter(({ id }) => id !== BASE_LOCALE).flatMap(({ codes }) => codes);
	// Three scopes, each in the base language and in every other that has two letters.
	const lists = 3 * (1 + others.filter((code) => code.length === 2).length);
	expect(await publishCommands(api, i18n)).toBe(lists);
	const inPrivate = await api.getMyCommands({ scope: { type: 'all_private_chats' }, language_code: 'ja' });
	expect(inPrivate).toHaveLength(COMMANDS.length);
	expect(inPrivate[0]).toEqual({ command: 'balance', description: 'データ残量・料金を調べる' });
	const inGroups = await api.getMyCommands({ scope: { type: 'all_group_chats' }, language_code: 'zh' });
	expect(inGroups.map(({ command }) => command)).not.toContain('privacy');
	expect(inGroups.map(({ command }) => command)).not.toContain('settings');
	expect(inGroups.every(({ is_ephemeral }) => is_ephemeral)).toBe(true);
	const forAdmins = await api.getMyCommands({ scope: { type: 'all_chat_administrators' } });
	expect(forAdmins.map(({ command }) => command)).toContain('settings');
	expect(inGroups[0]?.description).toBe('查剩余流量和账单');
	expect(server.world.violations).toEqual([]);
});

test('nothing is sent again when nothing has changed', async () => {
	const server = await createBotApiServer();
	onTestFinished(() => server.close());
	const api = new Api(server.token, { apiRoot: server.url });
	await publishCommands(api, content().i18n);
	const before = server.calls.count('setMyCommands');
	expect(await publishCommands(api, content().i18n)).toBe(0);
	expect(server.calls.count('setMyCommands')).toBe(before);
	await api.setMyCommands([{ command: 'old', description: 'Of an earlier bot' }], {
		scope: { type: 'all_group_chats' },
	});
	expect(await publishCommands(api, content().i18n)).toBe(1);
});

test('table, descriptions and lists name the same commands', () => {
	const names = COMMANDS.map(({ command }) => command);
	expect(Object.keys(en.command).toSorted()).toEqual([...names].sort());
	const [first] = commandLists(content().i18n);
	expect(first?.commands.map(({ command }) => command)).toEqual(names);
});
