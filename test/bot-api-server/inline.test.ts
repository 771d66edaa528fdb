import { InlineKeyboard, InlineQueryResultBuilder } from 'grammy';
import type { InlineQueryResult, Update } from 'grammy/types';
import { expect, test } from 'vitest';
import { call, refusal, rules, setUp, setUpWithAlice, setUpWithGroup, startBot } from './support.ts';

const keyboard = new InlineKeyboard().text('More', 'more');
const article = (id: string): InlineQueryResult => InlineQueryResultBuilder.article(id, 'Title').text('body');
const TOO_OLD = '400 Bad Request: query is too old and response timeout expired or query ID is invalid';

async function setUpQuery() {
	const base = await setUpWithAlice();
	const updates: Update[] = [];
	base.server.world.onUpdate((update) => updates.push(update));
	const typed = base.alice.types('povo').catch((error: unknown) => String(error));
	await expect.poll(() => updates.length).toBe(1);
	return { ...base, typed, id: updates[0]?.inline_query?.id ?? '' };
}

test('a person types, chooses, and the sent message can be edited and tapped', async () => {
	const { server } = await setUp();
	const seen: string[] = [];
	startBot(server, (bot) => {
		bot.inlineQuery(/.*/, (ctx) =>
			ctx.answerInlineQuery([{ ...InlineQueryResultBuilder.article('a', 'A').text('answer'), reply_markup: keyboard }]),
		);
		bot.on(
			'chosen_inline_result',
			(ctx) => void seen.push(`${ctx.chosenInlineResult.result_id} ${ctx.chosenInlineResult.query}`),
		);
		bot.callbackQuery('more', async (ctx) => {
			expect(ctx.callbackQuery.message).toBeUndefined();
			await ctx.answerCallbackQuery();
			await ctx.api.editMessageTextInline(ctx.callbackQuery.inline_message_id ?? '', 'more of it');
		});
	});
	const [alice, bob] = [server.person({ name: 'Alice' }), server.person({ name: 'Bob' })];
	const group = server.group({ title: 'No bot here', members: [alice, bob] });
	const [result] = await alice.in(group).types('povo');
	expect(result).toMatchObject({ id: 'a', title: 'A' });
	const there = alice.in(group);
	const [again] = await there.types('povo');
	await there.chooses(again as InlineQueryResult);
	expect(bob.in(group).screen).toMatchObject({ text: 'answer', from: 'Alice' });
	await bob.in(group).taps('More');
	expect(alice.in(group).screen.text).toBe('more of it');
	expect(seen).toEqual(['a povo']);
	expect(rules(server)).toEqual([]);
});

test('without keyboard a chosen result has no inline message id, and the bot sees it only where it is', async () => {
	const { server } = await setUp();
	const seen: Array<string | undefined> = [];
	startBot(server, (bot) => {
		bot.on('inline_query', (ctx) => ctx.answerInlineQuery([article('a')]));
		bot.on('chosen_inline_result', (ctx) => void seen.push(ctx.chosenInlineResult.inline_message_id));
		bot.on('message', (ctx) => void seen.push(`via ${ctx.message.via_bot?.username}`));
	});
	const alice = server.person({ name: 'Alice' });
	await expect(alice.chooses(article('a'))).rejects.toThrow('call types() first');
	const [result] = await alice.types('x');
	await alice.chooses(result as InlineQueryResult);
	expect(seen.sort()).toEqual(['via nokori_bot', undefined]);
	await expect(alice.chooses(article('b'))).rejects.toThrow('"b" is not among those');
});

test('a person finds out when the bot leaves an inline query open', async () => {
	const { typed } = await setUpQuery();
	expect(await typed).toContain('did not answer it');
});

test('an inline query is answered once and in time', async () => {
	const { server, api, typed, id, clock } = await setUpQuery();
	await typed;
	expect(await refusal(api.answerInlineQuery('7', []))).toBe(TOO_OLD);
	clock.ms += 60_001;
	expect(await refusal(api.answerInlineQuery(id, []))).toBe(TOO_OLD);
	clock.ms -= 60_001;
	await api.answerInlineQuery(id, []);
	expect(await refusal(api.answerInlineQuery(id, []))).toBe(TOO_OLD);
	expect(rules(server)).toEqual(['answered-twice']);
});

test.each<[string, unknown[], string]>([
	[
		'51 results',
		Array.from({ length: 51 }, (_, index) => article(String(index))),
		'too many inline query results specified',
	],
	['two of one id', [article('a'), article('a')], 'RESULT_ID_DUPLICATE'],
	['an id of 65 bytes', [article('x'.repeat(65))], 'RESULT_ID_INVALID'],
	['an empty id', [article('')], 'RESULT_ID_INVALID'],
	['no title', [{ ...article('a'), title: '' }], 'ARTICLE_TITLE_EMPTY'],
	['no content', [{ type: 'article', id: 'a', title: 'A' }], 'MESSAGE_EMPTY'],
	['an empty text', [{ ...article('a'), input_message_content: { message_text: ' ' } }], 'text must be non-empty'],
	[
		'65 bytes of data',
		[{ ...article('a'), reply_markup: new InlineKeyboard().text('a', 'x'.repeat(65)) }],
		'BUTTON_DATA_INVALID',
	],
	['a sticker', [{ type: 'sticker', id: 'a', sticker_file_id: 'x' }], 'articles only'],
])('inline results with %s are refused', async (_name, results, reason) => {
	const { server, typed, id } = await setUpQuery();
	await typed;
	const answer = await call(server, 'answerInlineQuery', { inline_query_id: id, results });
	expect(answer['description']).toContain(reason);
});

test('offset and button have limits too', async () => {
	const { api, typed, id } = await setUpQuery();
	await typed;
	const answer = (more: object) => api.answerInlineQuery(id, [], more);
	expect(await refusal(answer({ next_offset: 'x'.repeat(65) }))).toContain('NEXT_OFFSET_INVALID');
	expect(await refusal(answer({ button: { text: 'Open', start_parameter: 'a b' } }))).toContain('START_PARAM_INVALID');
	expect(await refusal(answer({ button: { text: 'Open' } }))).toContain('exactly one of');
	await answer({ next_offset: 'x'.repeat(64), button: { text: 'Open', start_parameter: 'check-data_povo' } });
});

test('a bot without inline mode gets no inline query', async () => {
	const { server } = await setUp({ bot: { supports_inline_queries: false } });
	await expect(server.person({ name: 'Alice' }).types('x')).rejects.toThrow('inline mode off');
});

test('a guest question is answered in a group that never added the bot', async () => {
	const { server } = await setUp();
	const bot = startBot(server, (composer) => {
		composer.on('guest_message', async (ctx) => {
			const id = ctx.update.guest_message.guest_query_id ?? '';
			const { inline_message_id } = await ctx.api.answerGuestQuery(id, {
				...InlineQueryResultBuilder.article('a', 'A').text(`re: ${ctx.update.guest_message.text}`),
				reply_markup: keyboard,
			});
			await ctx.api.editMessageTextInline(inline_message_id, 'edited', { reply_markup: keyboard });
		});
		composer.callbackQuery('more', (ctx) => ctx.answerCallbackQuery('ok'));
	});
	const alice = server.person({ name: 'Alice' });
	const group = server.group({ title: 'Elsewhere', members: [alice] });
	await alice.asksGuest(group, 'docomo balance');
	expect(alice.in(group).messages.map(({ text }) => text)).toEqual(['@nokori_bot docomo balance', 'edited']);
	await alice.in(group).taps('More');
	expect(alice.toasts).toMatchObject([{ text: 'ok' }]);
	expect(await refusal(bot.api.sendMessage(group.id, 'x'))).toBe('400 Bad Request: chat not found');
	expect(rules(server)).toEqual([]);
});

test('guest mode is for groups without the bot, and its queries are answered once', async () => {
	const { server, api, alice, group } = await setUpWithGroup();
	await expect(alice.asksGuest(group, 'x')).rejects.toThrow('Guest mode needs');
	const other = server.group({ title: 'Elsewhere', members: [alice] });
	let id = '';
	server.world.onUpdate(({ guest_message }) => {
		id = guest_message?.guest_query_id ?? id;
	});
	await alice.asksGuest(other, 'x');
	expect(await refusal(api.answerGuestQuery('none', article('a')))).toBe(TOO_OLD);
	await api.answerGuestQuery(id, article('a'));
	expect(await refusal(api.answerGuestQuery(id, article('a')))).toBe(TOO_OLD);
	expect(rules(server)).toEqual(['answered-twice']);
});
