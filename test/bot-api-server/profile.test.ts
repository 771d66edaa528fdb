import { expect, test } from 'vitest';
import { call, refusal, rules, setUp, setUpWithGroup } from './support.ts';

const command = (name: string, description = 'What it does') => ({ command: name, description });

test('commands are kept by scope and language', async () => {
	const { api, group } = await setUpWithGroup();
	await api.setMyCommands([command('start')]);
	await api.setMyCommands([command('start', '開始')], { language_code: 'ja' });
	await api.setMyCommands([command('lang')], { scope: { type: 'chat', chat_id: group.id } });
	expect(await api.getMyCommands()).toEqual([command('start')]);
	expect(await api.getMyCommands({ language_code: 'ja' })).toEqual([command('start', '開始')]);
	expect(await api.getMyCommands({ language_code: 'zh' })).toEqual([]);
	expect(await api.getMyCommands({ scope: { type: 'chat', chat_id: group.id } })).toEqual([command('lang')]);
	await api.deleteMyCommands({ language_code: 'ja' });
	expect(await api.getMyCommands({ language_code: 'ja' })).toEqual([]);
});

test('100 commands of the longest name and description pass', async () => {
	const { server, api } = await setUp();
	const commands = Array.from({ length: 100 }, (_, index) => command(`${index}_`.padEnd(32, 'x'), '残'.repeat(256)));
	await api.setMyCommands(commands);
	expect(await refusal(api.setMyCommands([...commands, command('x')]))).toBe('400 Bad Request: BOT_COMMANDS_TOO_MUCH');
	expect(rules(server)).toEqual([]);
});

test.each<[string, unknown, string]>([
	['a capital letter', [command('Start')], 'BOT_COMMAND_INVALID'],
	['a hyphen', [command('check-data')], 'BOT_COMMAND_INVALID'],
	['a slash', [command('/start')], 'BOT_COMMAND_INVALID'],
	['33 letters', [command('x'.repeat(33))], 'BOT_COMMAND_INVALID'],
	['no name', [command('')], 'BOT_COMMAND_INVALID'],
	['no description', [command('start', ' ')], 'command description must be non-empty'],
	['257 letters of description', [command('start', 'x'.repeat(257))], 'must not exceed 256'],
	['a string', ['start'], 'expected an Object of type BotCommand'],
	['no list', 'start', "can't parse commands JSON object"],
])('commands with %s are refused', async (_name, commands, reason) => {
	const { server } = await setUp();
	expect((await call(server, 'setMyCommands', { commands }))['description']).toContain(reason);
});

test('a scope must exist and a language code have two letters', async () => {
	const { server } = await setUp();
	const commands = [command('start')];
	const answers = [
		await call(server, 'setMyCommands', { commands, language_code: 'zh-hans' }),
		await call(server, 'setMyCommands', { commands, language_code: 'JA' }),
		await call(server, 'setMyCommands', { commands, scope: { type: 'everyone' } }),
		await call(server, 'setMyCommands', { commands, scope: { type: 'chat', chat_id: -5 } }),
		await call(server, 'setMyCommands', { commands, language_code: '', scope: { type: 'all_chat_administrators' } }),
	];
	expect(answers.map(({ ok, description }) => (ok ? 'ok' : description))).toEqual([
		'Bad Request: invalid language code specified',
		'Bad Request: invalid language code specified',
		"Bad Request: can't parse BotCommandScope: unsupported type specified",
		'Bad Request: chat not found',
		'ok',
	]);
});

test('a command twice in one list and an unknown field are violations', async () => {
	const { server } = await setUp();
	await call(server, 'setMyCommands', { commands: [command('a'), command('a'), { ...command('b'), scope: 'x' }] });
	expect(rules(server)).toEqual(['unknown-command-field', 'command-twice']);
});

test('name, description and short description have a text for each language', async () => {
	const { server, api } = await setUp();
	expect(await api.getMyName()).toEqual({ name: 'Nokori' });
	await api.setMyName('残り', { language_code: 'ja' });
	await api.setMyDescription('Balance of SIM cards');
	await api.setMyShortDescription('SIM help', { language_code: 'en' });
	expect(await api.getMyName({ language_code: 'ja' })).toEqual({ name: '残り' });
	expect(await api.getMyName({ language_code: 'en' })).toEqual({ name: 'Nokori' });
	expect(await api.getMyDescription({ language_code: 'ja' })).toEqual({ description: 'Balance of SIM cards' });
	expect(await api.getMyShortDescription()).toEqual({ short_description: '' });
	await api.setMyName('', { language_code: 'ja' });
	expect(await api.getMyName({ language_code: 'ja' })).toEqual({ name: 'Nokori' });
	expect(rules(server)).toEqual([]);
});

test.each([
	['setMyName', 'name', 64],
	['setMyDescription', 'description', 512],
	['setMyShortDescription', 'short_description', 120],
])('%s takes a %s of %i characters and no more', async (method, field, limit) => {
	const { server } = await setUp();
	expect(await call(server, method, { [field]: '残'.repeat(limit) })).toEqual({ ok: true, result: true });
	expect(await call(server, method, { [field]: '残'.repeat(limit + 1) })).toMatchObject({ error_code: 400 });
	expect(await call(server, method, { [field]: 'x', language_code: 'zh-hans' })).toMatchObject({ error_code: 400 });
});
