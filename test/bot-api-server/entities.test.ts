import type { MessageEntity } from 'grammy/types';
import { expect, test } from 'vitest';
import { bold, code, date, emoji, entity, type Kind, link, sendEntities } from './entity-support.ts';
import { call, refusal, rules, setUpWithAlice } from './support.ts';

async function refused(entities: unknown, text = 'a📌b'): Promise<string> {
	const { server, chatId } = await setUpWithAlice();
	const answer = await call(server, 'sendMessage', { chat_id: chatId, text, entities });
	expect(answer).toMatchObject({ ok: false, error_code: 400 });
	return String(answer['description']).replace('Bad Request: ', '');
}

test.each<[string, unknown, string]>([
	['beginning behind the text', [bold(5, 1)], 'entity begins after the end of the text at UTF-16 offset 5'],
	[
		'ending behind the text',
		[bold(1, 4)],
		'entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 5',
	],
	['of a negative offset', [bold(-1, 1)], 'receive an entity with incorrect offset -1'],
	['of a negative length', [bold(0, -1)], 'receive an entity with incorrect length -1'],
	['beginning inside a character', [bold(2, 1)], 'entity begins in a middle of a UTF-16 symbol at byte offset 5'],
	[
		'ending inside a character',
		[bold(0, 2)],
		'entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 5',
	],
	['of half a place', [bold(0.5, 1)], 'can\'t parse MessageEntity: Field "offset" must be a valid Number'],
	['without length', [{ type: 'bold', offset: 0 }], 'can\'t parse MessageEntity: Can\'t find field "length"'],
	['without type', [{ offset: 0, length: 1 }], 'can\'t parse MessageEntity: Can\'t find field "type"'],
	['of an unknown type', [{ ...bold(0, 1), type: 'blink' }], "can't parse MessageEntity: Unsupported type specified"],
	['that is no object', ['bold'], "can't parse MessageEntity: expected an Object"],
	['of a link without URL', [entity('text_link' as Kind, 0, 1)], 'can\'t parse MessageEntity: Can\'t find field "url"'],
	[
		'of a mention without user',
		[entity('text_mention' as Kind, 0, 1)],
		'can\'t parse MessageEntity: Can\'t find field "user"',
	],
	[
		'of a date without time',
		[entity('date_time' as Kind, 0, 1)],
		'can\'t parse MessageEntity: Can\'t find field "unix_time"',
	],
	['of a date before 1970', [{ ...date(0, 1), unix_time: 0 }], 'invalid date specified'],
	[
		'of a date in another form',
		[{ ...date(0, 1), date_time_format: 'x' }],
		"can't parse MessageEntity: Invalid date-time format specified",
	],
	[
		'of an emoji without number',
		[{ ...emoji(1, 2), custom_emoji_id: '0' }],
		'invalid custom emoji identifier specified',
	],
])('an entity %s refuses the message', async (_name, entities, reason) => {
	expect(await refused(entities)).toBe(reason);
});

test.each([
	['http://localhost/', 'Wrong HTTP URL'],
	['javascript:alert(1)', 'Wrong port number specified in the URL'],
	['ftp://povo.jp', 'Unsupported URL protocol'],
	['https://po vo.jp', 'Disallowed character in URL host'],
	['https://', 'URL host is empty'],
	['', 'URL host is empty'],
])('a link to %j refuses the whole message', async (url, reason) => {
	expect(await refused([link(0, 1, url)])).toBe(`entity URL '${url}' is invalid: ${reason}`);
});

test.each([
	['povo.jp', 'http://povo.jp/'],
	['HTTPS://Povo.JP?a=1', 'https://povo.jp/?a=1'],
	['https://povo.jp:8080/a b', 'https://povo.jp:8080/a%20b'],
	['https://例え.jp/', 'https://例え.jp/'],
	['tg:resolve?domain=nokori_bot', 'tg://resolve?domain=nokori_bot'],
])('a link to %j is kept as %j', async (url, kept) => {
	expect(await sendEntities([link(0, 4, url)])).toEqual({ entities: [link(0, 4, kept)], rules: [] });
});

test('a mention shows the user as Telegram knows it, one of nobody is dropped and noted', async () => {
	const { server, api, alice, chatId } = await setUpWithAlice();
	const mention = (id: number): MessageEntity => ({
		...{ type: 'text_mention', offset: 0, length: 5, user: { id, is_bot: false, first_name: 'x' } },
	});
	const known = await api.sendMessage(chatId, 'Alice', { entities: [mention(alice.id)] });
	expect(known.entities).toMatchObject([{ type: 'text_mention', user: { first_name: 'Alice' } }]);
	const linked = await api.sendMessage(chatId, 'Alice', { entities: [link(0, 5, `tg://user?id=${alice.id}`)] });
	expect(linked.entities).toEqual(known.entities);
	expect(rules(server)).toEqual([]);
	expect((await api.sendMessage(chatId, 'Alice', { entities: [mention(1)] })).entities).toBeUndefined();
	expect(rules(server)).toEqual(['unknown-user']);
});

test('the letters of a date format are returned in the order of the types', async () => {
	const { server, chatId } = await setUpWithAlice();
	const entities = [{ ...date(0, 1), date_time_format: 'TDW' }];
	const answer = await call(server, 'sendMessage', { chat_id: chatId, text: 'a', entities });
	expect(answer).toMatchObject({ result: { entities: [{ date_time_format: 'wDT' }] } });
});

test('numbers may come as text, and so may the whole list', async () => {
	const { server, chatId } = await setUpWithAlice();
	const entities = JSON.stringify([{ type: 'bold', offset: '0', length: '1' }]);
	const answer = await call(server, 'sendMessage', { chat_id: chatId, text: 'ab', entities });
	expect(answer).toMatchObject({ result: { entities: [bold(0, 1)] } });
	expect(rules(server)).toEqual([]);
});

test.each([{ type: 'bold' }, 'no JSON'])('entities that are no list are ignored and noted: %j', async (entities) => {
	const { server, chatId } = await setUpWithAlice();
	const answer = await call(server, 'sendMessage', { chat_id: chatId, text: 'ab', entities });
	expect(answer).toMatchObject({ ok: true, result: { text: 'ab' } });
	expect(rules(server)).toEqual(['no-entity-list']);
});

test('kinds that Telegram finds by itself are ignored, and noted where it does not find them', async () => {
	const text = 'see povo.jp and @nobody_here';
	const sent = [entity('url', 4, 7), entity('mention', 16, 12)];
	expect(await sendEntities(sent, text)).toEqual({ entities: sent, rules: [] });
	expect(await sendEntities([entity('url', 0, 3)], text)).toEqual({ entities: sent, rules: ['entity-not-found'] });
});

test('an unknown field of an entity is noted', async () => {
	expect((await sendEntities([Object.assign(bold(0, 1), { colour: 'red' })])).rules).toEqual(['unknown-field']);
});

const many = 'a '.repeat(110).trim();
const each = (count: number, make: (offset: number, length: number) => MessageEntity, from = 0) =>
	Array.from({ length: count }, (_, index) => make((from + index) * 2, 1));

test('100 entities pass, the one after is dropped and noted', async () => {
	expect(await sendEntities(each(100, bold), many)).toEqual({ entities: each(100, bold), rules: [] });
	expect(await sendEntities(each(101, bold), many)).toEqual({
		entities: each(100, bold),
		rules: ['too-many-entities'],
	});
});

test('of more than 100 code, links and quotations count before bold, whatever their place', async () => {
	const { entities, rules: broken } = await sendEntities([...each(10, bold), ...each(95, code, 10)], many);
	expect(entities).toEqual([...each(5, bold), ...each(95, code, 10)]);
	expect(broken).toEqual(['too-many-entities']);
});

test('custom emoji are not counted', async () => {
	const { entities, rules: broken } = await sendEntities([...each(10, emoji), ...each(100, code, 10)], many);
	expect(entities).toHaveLength(110);
	expect(broken).not.toContain('too-many-entities');
});

test('a caption follows the same rules as a text', async () => {
	const { server, chatId } = await setUpWithAlice();
	const request = { chat_id: chatId, document: 'document-1', caption: ' povo.jp', caption_entities: [bold(1, 4)] };
	expect(await call(server, 'sendDocument', request)).toMatchObject({
		result: { caption: 'povo.jp', caption_entities: [entity('url', 0, 7), bold(0, 4)] },
	});
	const bad = call(server, 'sendDocument', { ...request, caption_entities: [link(1, 1, 'x')] });
	expect(await bad).toMatchObject({ description: "Bad Request: entity URL 'x' is invalid: Wrong HTTP URL" });
});

test('an edit follows the same rules as a message', async () => {
	const { api, chatId } = await setUpWithAlice();
	const { message_id } = await api.sendMessage(chatId, 'a');
	expect(await api.editMessageText(chatId, message_id, 'mineo.jp')).toMatchObject({ entities: [entity('url', 0, 8)] });
	const bad = api.editMessageText(chatId, message_id, 'b', { entities: [bold(0, 2)] });
	expect(await refusal(bad)).toContain('ends after the end of the text');
});
