import { describe, expect, test } from 'vitest';
import { readmeConversation } from '../support/readme.ts';
import { answer, box, expectAccessible, inBrowser, isChromiumMissing, sees, sends, suggestions } from './support.ts';

describe.skipIf(isChromiumMissing())('a conversation in the browser', () => {
	const { open, program } = inBrowser();

	test("the README's conversation can be had", async () => {
		const tab = await open({ person: 'alice' });
		const { question, parts } = readmeConversation();
		await sends(tab, question);
		const told = await answer(tab, 'Keep the number').textContent();
		// How old the evidence is depends on the day.
		const lines = parts
			.flatMap((part) => part.split('\n'))
			.filter((line) => line !== '' && !line.includes(' years old'));
		expect(lines.length).toBeGreaterThan(4);
		for (const line of lines) {
			expect(told).toContain(line);
		}
		await sees(tab.getByRole('link', { name: 'povo.jp', exact: false }).first());
		expect(tab.problems).toEqual([]);
	});

	test.each([
		['povo data left?', 'povo2.0 · Data left'],
		['残りデータを確認したい', '残'],
		['povo快到期了咋办', 'povo2.0'],
		['樂天怎麼查餘額', '樂天'],
	])('%s is a tap and gets an answer in its language', async (question, words) => {
		const tab = await open({ person: 'alice' });
		// Whether or not the chat is empty.
		await tab.getByRole('button', { name: 'Examples' }).click();
		await tab.getByRole('dialog', { name: 'Questions to try' }).getByRole('button', { name: question }).click();
		await sees(answer(tab, words));
	});

	test('a tap changes the message, which is marked as edited where Telegram says so', async () => {
		const tab = await open({ person: 'chen' });
		await sends(tab, '/topup');
		const screen = answer(tab, /./);
		await sees(screen);
		await sends(tab, '/keep povo');
		await sees(answer(tab, 'povo2.0'));
		await answer(tab, 'povo2.0').getByRole('button', { name: /菜单/ }).click();
		await sees(tab.getByText('edited').last());
	});

	test('a command is completed from the list of the bot', async () => {
		const tab = await open({ person: 'aoi' });
		await box(tab).fill('/ba');
		await sees(suggestions(tab, { name: /^\/balance/ }));
		expect(await suggestions(tab).count()).toBe(1);
		await suggestions(tab).click();
		await sees(tab.getByRole('article', { name: /^You/ }).filter({ hasText: '/balance' }).last());
		expect(await box(tab).inputValue()).toBe('');
	});

	test('a reload keeps the conversation, and who one is', async () => {
		const tab = await open({ person: 'aoi' });
		await sends(tab, '/keep ahamo');
		await sees(answer(tab, 'ahamo'));
		await tab.reload();
		await sees(answer(tab, 'ahamo'));
		await sees(tab.getByText('You are 葵 Aoi'));
	});

	test('two tabs see the same', async () => {
		const one = await open({ person: 'alice' });
		const other = await open({ person: 'alice', beside: one });
		await sends(one, '/keep mineo');
		await sees(answer(other, 'mineo'));
		await sends(other, '/keep linemo');
		await sees(answer(one, 'LINEMO'));
	});

	test('a quote is folded until it is opened', async () => {
		// Wider, the quote has three lines with some fonts, and nothing to fold.
		const tab = await open({ person: 'mei', viewport: { width: 390, height: 844 } });
		await sends(tab, '/balance povo');
		const more = answer(tab, 'povo2.0').getByRole('button', { name: 'Show more' }).first();
		expect(await more.getAttribute('aria-expanded')).toBe('false');
		await more.click();
		await sees(answer(tab, 'povo2.0').getByRole('button', { name: 'Show less' }).first());
	});

	test('a copy button copies, and a share button asks where', async () => {
		const tab = await open({ person: 'alice', permissions: ['clipboard-read', 'clipboard-write'] });
		await sends(tab, '/keep gtn');
		// No other test of this chat asks for this carrier: an older answer would be tapped while the new one is on its way.
		const kept = answer(tab, 'GTN Mobile · Keep the number');
		// The clipboard is only for the page that is in front.
		await tab.bringToFront();
		await kept.getByRole('button', { name: '⋯ More' }).click();
		await kept.getByRole('button', { name: 'Copy the link' }).click();
		await sees(tab.getByRole('status').getByText(/^Copied: https:\/\/t\.me\/nokori_bot\?start=keep-number_gtn-mobile/));
		expect(await tab.evaluate('navigator.clipboard.readText()')).toContain('?start=keep-number_gtn-mobile');
		await kept.getByRole('button', { name: 'Share this' }).click();
		await sees(tab.getByRole('dialog'));
		await expectAccessible(tab);
		await tab.getByRole('dialog').getByRole('button', { name: 'Osaka SIM talk' }).click();
		await sees(tab.getByRole('heading', { name: 'Osaka SIM talk' }));
		expect(await box(tab).inputValue()).toMatch(/^@nokori_bot /);
		await suggestions(tab, { name: /Keep the number/ }).click();
		await sees(tab.getByRole('article', { name: /^You/ }).filter({ hasText: 'via @nokori_bot' }));
	});

	test('the side panel tells the file of the answer, and the calls with their milliseconds', async () => {
		const tab = await open({ person: 'aoi' });
		await sends(tab, '/keep povo');
		await sees(answer(tab, 'povo2.0'));
		await tab.getByRole('button', { name: 'Under the hood' }).click();
		const panel = tab.getByRole('complementary', { name: 'Under the hood' });
		await sees(panel.getByText('knowledge/carriers/povo/keep-number.yaml'));
		const call = panel.locator('details').filter({ hasText: 'sendMessage' }).first();
		expect(await call.textContent()).toMatch(/\d+ ms/);
		await call.locator('summary').click();
		await sees(call.getByText('"chat_id"'));
	});

	test('of a long chat the newest messages are shown, and earlier ones when asked for', async () => {
		const tab = await open({ person: 'chen', chat: 'group:forum' });
		for (let number = 1; number <= 250; number += 1) {
			const data = { action: 'send', person: 'chen', chat: 'group:forum', text: `Number ${number}.` };
			await tab.request.post(`${program().url}/page/api/actions`, { data });
		}
		await tab.reload();
		await sees(tab.getByText('Number 250.', { exact: true }));
		expect(await tab.getByText('Number 1.', { exact: true }).count()).toBe(0);
		await tab.getByRole('button', { name: 'Show earlier messages' }).click();
		await tab.getByText('Number 1.', { exact: true }).waitFor({ state: 'attached' });
		expect(await tab.getByRole('article').count()).toBe(250);
	});

	test('a page left open over a restart goes on by itself', async () => {
		const tab = await open({ person: 'mei' });
		await program().restart();
		await sees(tab.getByRole('heading', { name: 'Ask about a SIM card in Japan' }));
		await sends(tab, '/balance');
		await sees(answer(tab, /./));
	});
});
