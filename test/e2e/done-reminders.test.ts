import { expect, test } from 'vitest';
import { openReminderChat as openChat } from '../support/reminder-chat.ts';

test('done asks from which day the new period counts, and moves nothing before', async () => {
	const { alice, clock, wake, deps } = await openChat();
	await alice.sends('/remind povo 2026-07-15');
	await alice.taps('Remind me');
	clock.now = Date.parse('2027-01-10T10:00:00+09:00');
	await wake();
	await alice.taps('Done, next period');
	expect(alice.screen.text).toContain('When does your new topping end?');
	expect(await deps.store.listReminders(alice.id)).toMatchObject([{ from: '2026-07-15' }]);
	await alice.taps('17 January 2027');
	expect(alice.screen.text).toContain('17 January 2027: the last paid topping ends');
	await alice.taps('Remind me');
	expect(await deps.store.listReminders(alice.id)).toMatchObject([{ from: '2027-01-17', ends: '2027-07-17' }]);
	expect(alice.screen.text).toContain('16 July 2027: the last day to act');
});

test('the day that follows after done may be written, and is read in the direction of the question', async () => {
	const { alice, deps, clock } = await openChat('zh-hans');
	await alice.sends('/remind 软银预付 11月10日');
	await alice.taps('提醒我');
	clock.now = Date.parse('2027-01-05T12:00:00+09:00');
	await alice.sends('/remind');
	await alice.taps('软银预付卡');
	await alice.taps('办好了');
	expect(alice.screen.text).toContain('是哪天充值的');
	await alice.sends('1月3日');
	await alice.taps('提醒我');
	expect(await deps.store.listReminders(alice.id)).toMatchObject([{ carrier: 'softbank-prepaid', from: '2027-01-03' }]);
});

test('where only the person knows the next end, done asks for it, or stops for good', async () => {
	const { alice, deps } = await openChat();
	await alice.sends('/remind mobal 2026-12-31');
	await alice.taps('Remind me');
	await alice.taps('Done, next period');
	expect(alice.screen.text).toContain('When does your new plan end?');
	expect(await deps.store.listReminders(alice.id)).toHaveLength(1);
	await alice.taps('All done');
	expect(await deps.store.listReminders(alice.id)).toEqual([]);
	expect(alice.screen.text).toContain('Stopped: Mobal');
});
