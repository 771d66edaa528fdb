import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answer, inBrowser, isChromiumMissing, sees, sends, type Tab } from './support.ts';

describe.skipIf(isChromiumMissing())('reminders in the browser', () => {
	const { open } = inBrowser();

	/** A topping that ends today: 180 days are left, and the first reminder comes 30 days before that. */
	async function asksForReminder(tab: Tab): Promise<void> {
		const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
		await sends(tab, `/remind povo ${today}`);
		await sees(answer(tab, 'the last day to act'));
	}

	test('a reminder comes when the clock is moved', async () => {
		const tab = await open({ person: 'alice' });
		await asksForReminder(tab);
		await answer(tab, 'the last day to act').getByRole('button', { name: 'Remind me', exact: true }).click();
		await sees(answer(tab, 'Next reminder'));
		await tab.getByRole('button', { name: 'Under the hood' }).click();
		for (const days of [30, 60, 90, 120, 150]) {
			await tab.getByRole('button', { name: '+30 days' }).click();
			await sees(tab.getByText(`, ${days} days ahead`));
		}
		await tab.getByRole('button', { name: '+1 day' }).click();
		await sees(answer(tab, '⏰ povo2.0: '));
		await sees(answer(tab, '⏰ povo2.0: ').getByRole('button', { name: 'Snooze one day' }));
	});

	test('a calendar file can be downloaded', async () => {
		const tab = await open({ person: 'mei' });
		await sends(tab, '/remind povo 2031-01-01');
		await tab
			.getByRole('button', { name: /行事曆/ })
			.last()
			.click();
		const [download] = await Promise.all([
			tab.waitForEvent('download'),
			tab.getByRole('link', { name: /\.ics$/ }).click(),
		]);
		expect(readFileSync(await download.path(), 'utf8')).toMatch(/^BEGIN:VCALENDAR/);
	});
});
