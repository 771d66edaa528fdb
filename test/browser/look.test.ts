import { describe, expect, test } from 'vitest';
import {
	answer,
	box,
	expectAccessible,
	inBrowser,
	isChromiumMissing,
	sees,
	sends,
	suggestions,
	type Tab,
} from './support.ts';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

describe.skipIf(isChromiumMissing())('looks in the browser', () => {
	const { open } = inBrowser();

	/** Every part of the page, one after the other. */
	async function walk(tab: Tab): Promise<void> {
		await expectAccessible(tab);
		await sends(tab, '/keep povo');
		await sees(answer(tab, 'povo2.0'));
		await expectAccessible(tab);
		await box(tab).fill('/');
		await sees(suggestions(tab).first());
		await expectAccessible(tab);
		await box(tab).fill('');
		await tab.getByRole('button', { name: 'Under the hood' }).click();
		await tab.locator('details.entry summary').first().click();
		await expectAccessible(tab);
		await tab.getByRole('button', { name: 'Close the side panel' }).click();
	}

	test.each([
		['light', { colorScheme: 'light' } as const],
		['on a dark phone', { ...PHONE, colorScheme: 'dark' } as const],
	])('%s: axe-core finds nothing', async (_name, look) => {
		await walk(await open({ person: 'alice', ...look }));
		const group = await open({ person: 'alice', chat: 'group:osaka', ...look });
		await sends(group, '/balance povo');
		await sees(group.getByText('Only you see this').first());
		await expectAccessible(group);
	});

	test('the new layout is drawn with headings and lists', async () => {
		const tab = await open({ person: 'alice' });
		await sends(tab, '/settings');
		await answer(tab, 'Layout: plain').getByRole('button', { name: 'Use the new layout' }).click();
		await sees(answer(tab, 'Layout: new'));
		await sends(tab, '/keep ahamo');
		await sees(answer(tab, 'ahamo').getByRole('listitem').first());
		await sees(answer(tab, 'ahamo').getByRole('heading').first());
		await expectAccessible(tab);
	});

	test('dark is dark', async () => {
		const [dark, light] = [await open({ colorScheme: 'dark' }), await open({ colorScheme: 'light' })];
		const colour = 'getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)';
		const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
		expect(sum(await dark.evaluate(colour))).toBeLessThan(150);
		expect(sum(await light.evaluate(colour))).toBeGreaterThan(600);
	});

	test('nothing is wider than a phone, and the chats open as a drawer', async () => {
		const tab = await open({ ...PHONE, person: 'alice' });
		await sends(tab, '/balance povo');
		await sees(answer(tab, 'Data left'));
		expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(360);
		const chats = tab.getByRole('navigation', { name: 'Chats' });
		expect(await chats.isVisible()).toBe(false);
		await tab.getByRole('button', { name: 'Chats' }).click();
		await sees(chats);
		await expectAccessible(tab);
		await chats.getByRole('button', { name: /Osaka/ }).click();
		await sees(tab.getByRole('heading', { name: 'Osaka SIM talk' }));
		expect(await chats.isVisible()).toBe(false);
	});

	test('nothing moves for those who want less motion', async () => {
		const tab = await open({ reducedMotion: 'reduce' });
		const animations =
			"[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).some((rule) => rule.conditionText?.includes('reduced-motion'))";
		expect(await tab.evaluate(animations)).toBe(true);
		expect(await tab.evaluate('document.getAnimations().length')).toBe(0);
	});
});
