import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KNOWLEDGE_FOLDER } from '../../src/content.ts';
import { createFileFinder } from '../../src/playground/page-api/answer-source.ts';
import { startBot } from '../bot-api-server/support.ts';
import { content } from '../support/nokori.ts';
import { openBrowser } from './page-support.ts';

const link = (payload: string) => [
	[{ text: 'Copy link', copy_text: { text: `https://t.me/nokori_bot?start=${payload}` } }],
];
const findKnowledgeFile = (payload: string) => (payload === 'renew_povo' ? 'carriers/povo/renew.yaml' : undefined);

/** A bot with one answer, whose text counts how often it was drawn. */
async function openAnswering() {
	const browser = await openBrowser({ findKnowledgeFile });
	let drawn = 0;
	const answer = () => {
		drawn += 1;
		return { text: `Answer ${drawn}`, reply_markup: { inline_keyboard: link('renew_povo') } };
	};
	startBot(browser.server, (bot) => {
		bot.hears('menu', (ctx) => ctx.reply('Menu', { reply_markup: { inline_keyboard: link('menu') } }));
		bot.on('message', (ctx) => ctx.reply(answer().text, { reply_markup: answer().reply_markup }));
		bot.callbackQuery('/renew/povo/', async (ctx) => {
			const { text, reply_markup } = answer();
			await ctx.editMessageText(text, { reply_markup });
			await ctx.answerCallbackQuery();
		});
	});
	return browser;
}

test('the newest answer says from which file it came and how long it took', async () => {
	const { perform, state } = await openAnswering();
	expect((await state()).knowledge).toBeUndefined();
	await perform({ action: 'send', person: 'alice', chat: 'private:alice', text: 'menu' });
	expect((await state()).knowledge).toBeUndefined();
	await perform({ action: 'send', person: 'alice', chat: 'private:alice', text: 'renew' });
	expect((await state()).knowledge).toEqual({ file: 'carriers/povo/renew.yaml', milliseconds: expect.any(Number) });
});

test('after a good edit the answer on the screen is drawn anew', async () => {
	const { perform, page, messages } = await openAnswering();
	await perform({ action: 'send', person: 'alice', chat: 'private:alice', text: 'renew' });
	const [, before] = await messages('private:alice');
	await page.showReload(undefined);
	const [, after, ...more] = await messages('private:alice');
	expect(more).toEqual([]);
	expect(after).toMatchObject({ id: before?.id, edited: true });
	expect(after?.text).not.toBe(before?.text);
});

test('a broken edit is told, and the answer stays', async () => {
	const { perform, page, messages, state } = await openAnswering();
	await perform({ action: 'send', person: 'alice', chat: 'private:alice', text: 'renew' });
	const before = await messages('private:alice');
	await page.showReload('carriers/povo/renew.yaml › gist: unknown field');
	expect((await state()).knowledge).toMatchObject({
		file: 'carriers/povo/renew.yaml',
		problem: 'carriers/povo/renew.yaml › gist: unknown field',
	});
	expect(await messages('private:alice')).toEqual(before);
	await page.showReload(undefined);
	expect((await state()).knowledge?.problem).toBeUndefined();
});

test('reading again before the first answer changes nothing', async () => {
	const { page, state } = await openAnswering();
	await page.showReload(undefined);
	expect((await state()).knowledge).toEqual({ file: '' });
});

test('every answer comes from a file that there is', () => {
	const { catalogue } = content();
	const findFile = createFileFinder(() => catalogue);
	const files = new Set(readdirSync(KNOWLEDGE_FOLDER, { recursive: true, encoding: 'utf8' }));
	for (const { id } of catalogue.carriers) {
		for (const procedure of catalogue.procedures(id)) {
			expect(files).toContain(join(findFile(`${procedure}_${id}`) ?? ''));
		}
	}
	expect(findFile('check-data_povo')).toBe('carriers/povo/check-data.yaml');
	expect(findFile('check-data_docomo_sim_2')).toBe('carriers/docomo/check-data.yaml');
	expect(findFile('setup-apn_povo')).toMatch(/^(device|carriers)/);
	for (const payload of ['', 'menu', 'check-data', 'check-data_nobody', 'carriers_povo']) {
		expect(findFile(payload)).toBeUndefined();
	}
});
