import { describe, expect, test } from 'vitest';
import { answer, box, inBrowser, isChromiumMissing, sees, suggestions, type Tab } from './support.ts';

const PHONE = { viewport: { width: 360, height: 740 } };
/** What has the focus, unless nothing has: the page as a whole holds all words. */
const FOCUSED =
	"document.activeElement === document.body ? '' : (document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent.trim())";

describe.skipIf(isChromiumMissing())('with the keyboard only', () => {
	const { open } = inBrowser();

	/** Presses Tab until the focus is on what has these words, and sees that it is shown. */
	async function tabsTo(tab: Tab, words: RegExp, key = 'Tab'): Promise<void> {
		for (let times = 0; times < 60; times += 1) {
			await tab.keyboard.press(key);
			if (words.test(await tab.evaluate<string>(FOCUSED))) {
				expect(await tab.evaluate('getComputedStyle(document.activeElement).outlineStyle')).not.toBe('none');
				return;
			}
		}
		throw new Error(`Tab never came to ${words}.`);
	}

	test('one asks, taps a button, and reads what is folded', async () => {
		const tab = await open({ person: 'alice' });
		await tabsTo(tab, /^povo data left/);
		await tab.keyboard.press('Enter');
		await sees(answer(tab, 'Data left'));
		await tabsTo(tab, /^Show more/);
		await tab.keyboard.press('Enter');
		await sees(answer(tab, 'Data left').getByRole('button', { name: 'Show less' }).first());
		await tabsTo(tab, /^Keep the number|^Add data/);
		await tab.keyboard.press('Enter');
		await sees(answer(tab, /Keep the number|Top up/));
	});

	test('a command is chosen with the arrows, or completed with Tab', async () => {
		const tab = await open({ person: 'alice' });
		await box(tab).focus();
		await tab.keyboard.type('/re');
		await sees(suggestions(tab).first());
		await tab.keyboard.press('ArrowDown');
		expect(await suggestions(tab, { selected: true }).textContent()).toContain('/renew');
		await tab.keyboard.press('Tab');
		expect(await box(tab).inputValue()).toBe('/renew ');
		await tab.keyboard.type('povo');
		await tab.keyboard.press('Enter');
		await sees(answer(tab, 'povo2.0 · Renew'));
	});

	test('another chat and another person are chosen', async () => {
		const tab = await open({ person: 'alice' });
		await tabsTo(tab, /Osaka SIM talk/);
		await tab.keyboard.press('Enter');
		await sees(tab.getByRole('heading', { name: 'Osaka SIM talk' }));
		await tabsTo(tab, /^Change who you are/);
		await tab.keyboard.press('Enter');
		await tabsTo(tab, /Aoi/);
		await tab.keyboard.press('Enter');
		await sees(tab.getByText('You are 葵 Aoi'));
		await sees(tab.getByText('with Alice, 小陈 Chen, Minh, Nokori'));
	});

	test('on a phone the focus goes into the drawer and comes back with Escape', async () => {
		const tab = await open({ ...PHONE, person: 'alice' });
		await tabsTo(tab, /Chats$/);
		await tab.keyboard.press('Enter');
		await expect.poll(() => tab.evaluate<string>(FOCUSED)).toContain('Nokori');
		await tab.keyboard.press('Escape');
		await expect.poll(() => tab.evaluate<string>(FOCUSED)).toContain('Chats');
	});
});
