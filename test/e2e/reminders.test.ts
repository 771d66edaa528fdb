import { expect, test } from 'vitest';
import { openReminderChat as openChat } from '../support/reminder-chat.ts';

const DAY = 86_400_000;

test('/remind povo 12月31日 gets to the confirmation in one message, with what follows and its source', async () => {
	const { alice, deps } = await openChat('ja');
	await alice.sends('/remind povo 12月31日');
	expect(alice.screen.text).toContain('2026年12月31日：最後の有料トッピングが終了');
	expect(alice.screen.text).toContain('2027年6月29日：手続きの期限');
	expect(alice.screen.text).toContain('2027年6月30日：利用停止');
	expect(alice.screen.text).toContain('2027年7月30日：契約解除');
	expect(alice.screen.text).toContain('携帯会社の公式ページではありません');
	expect(await deps.store.listReminders(alice.id)).toEqual([]);
	await alice.taps('お知らせを受け取る');
	expect(alice.screen.text).toContain('2027年5月30日 10:00');
	expect(await deps.store.listReminders(alice.id)).toMatchObject([
		{ carrier: 'povo', rule: 'keep-number', from: '2026-12-31', ends: '2027-06-30', timeZone: 'Asia/Tokyo' },
	]);
});

test('last topping ended on 1 June: safe up to 28 November, then suspended, cancelled 30 days later', async () => {
	const { alice } = await openChat();
	await alice.sends('/remind povo 1 June');
	expect(alice.screen.text).toContain('1 June 2026: the last paid topping ends');
	expect(alice.screen.text).toContain('28 November 2026: the last day to act');
	expect(alice.screen.text).toContain('29 November 2026: the line is suspended');
	expect(alice.screen.text).toContain('29 December 2026: the contract is cancelled');
});

test('reminders come 30, 7 and 1 days before at 10:00, each once, with the steps and the buttons', async () => {
	const { alice, clock, wake, server } = await openChat();
	await alice.sends('/remind povo 2026-07-15');
	expect(alice.screen.text).toContain('11 January 2027');
	await alice.taps('Remind me');
	const texts = () => alice.messages.filter(({ text }) => text.startsWith('⏰ povo2.0: ')).map(({ text }) => text);
	for (const [day, left] of [
		['2026-12-12', 30],
		['2027-01-04', 7],
		['2027-01-10', 1],
	] as const) {
		clock.now = Date.parse(`${day}T09:59:59+09:00`);
		await wake();
		const before = texts().length;
		clock.now += 1000;
		await wake();
		await wake();
		expect(texts()).toHaveLength(before + 1);
		expect(texts().at(-1)).toContain(`${left} day${left > 1 ? 's' : ''} left`);
		expect(texts().at(-1)).toContain('1. ');
	}
	clock.now += 40 * DAY;
	await wake();
	expect(texts()).toHaveLength(3);
	expect(server.world.violations).toEqual([]);
});

test('a month of downtime brings one message, which says that it is late, and none twice', async () => {
	const { alice, clock, wake } = await openChat();
	for (const day of ['2026-12-25', '2026-12-26', '2026-12-27']) {
		await alice.sends(`/remind ${day}`);
		await alice.taps('Remind me');
	}
	const before = alice.messages.length;
	clock.now = Date.parse('2027-01-20T12:00:00+09:00');
	await wake();
	await wake();
	expect(alice.messages).toHaveLength(before + 1);
	expect(alice.screen.text).toContain('3 reminders');
	expect(alice.screen.text).toContain('Sorry, this is late');
	await alice.tapsData(alice.screen.buttons[0]?.[0]?.value ?? '');
	expect(alice.screen.text).toContain('No more reminders');
});

test('a reminder comes in the layout and the language that the person has chosen by then', async () => {
	const { alice, clock, deps, wake, server } = await openChat();
	await alice.sends('/remind povo 2026-07-15');
	await alice.taps('Remind me');
	await deps.store.changePerson(alice.id, { rich: true, locale: 'ja' });
	clock.now = Date.parse('2026-12-12T10:00:00+09:00');
	await wake();
	expect(alice.screen.rich).toBeDefined();
	expect(alice.screen.text).toContain('あと30日');
	server.faults.next({ method: 'sendRichMessage', errorCode: 404, description: 'Not Found: method not found' });
	clock.now = Date.parse('2027-01-04T10:00:00+09:00');
	await wake();
	expect(alice.screen.rich).toBeUndefined();
	expect(alice.screen.text).toContain('あと7日');
});

test('who blocked the bot is not reminded any more, and is forgotten a month later', async () => {
	const { alice, clock, wake, deps, server } = await openChat();
	await alice.sends('/remind povo 2026-07-15');
	await alice.taps('Remind me');
	await alice.sends('/mycard povo');
	await alice.blocks();
	clock.now = Date.parse('2026-12-12T10:00:00+09:00');
	const before = server.calls.mark();
	await wake();
	expect(server.calls.since(before)).toHaveLength(1);
	expect(await deps.store.listReminders(alice.id)).toEqual([]);
	await deps.store.forgetBlocked(clock.now - 30 * DAY);
	expect(await deps.store.readPerson(alice.id)).not.toEqual({});
	clock.now += 31 * DAY;
	await deps.store.forgetBlocked(clock.now - 30 * DAY);
	expect(await deps.store.readPerson(alice.id)).toEqual({});
});

test('while Telegram fails nothing is lost: the notice comes with the next try', async () => {
	const { alice, clock, wake, server, deps } = await openChat();
	await alice.sends('/remind povo 2026-07-15');
	await alice.taps('Remind me');
	clock.now = Date.parse('2026-12-12T10:00:00+09:00');
	server.faults.next({ method: 'sendMessage', errorCode: 500 });
	await expect(wake()).rejects.toThrow('500');
	expect(await deps.store.listReminders(alice.id)).toHaveLength(1);
	clock.now += 61_000;
	await wake();
	expect(alice.screen.text).toContain('30 days left');
});

test.each([
	['en', '/remind povo 31 February', 'There is no such day'],
	['ja', '/remind povo 2月31日', 'という日付はありません'],
	['ja', '/remind povo 令和8年12月31日', '2026年12月31日'],
	['zh-hans', '/remind povo 20226年1月1日', '没有这一天'],
	['en', '/remind povo 2020-01-01', 'That date has passed'],
	['zh-hant', '/remind povo 30天後', '2026年12月20日'],
	['en', '/remind blah', 'no carrier and no day'],
	['en', '/remind', 'No reminders are set.'],
	['en', `/remind ${'x '.repeat(30)}`, 'no carrier and no day'],
])('%s: “%s”', async (language, words, text) => {
	const { alice, server } = await openChat(language);
	await alice.sends(words);
	expect(alice.screen.text).toContain(text);
	expect(server.calls.count('sendMessage')).toBe(1);
});

test('a day alone is read as an answer to “which day?”, for the saved card', async () => {
	const { alice } = await openChat();
	await alice.sends('/mycard povo');
	await alice.sends('31 December');
	expect(alice.screen.text).toContain('31 December 2026: the last paid topping ends');
});

test('a date without a rule is simply remembered', async () => {
	const { alice, clock, wake } = await openChat();
	await alice.sends('/remind in 30 days');
	await alice.taps('Remind me');
	clock.now = Date.parse('2026-12-13T10:00:00+09:00');
	await wake();
	expect(alice.screen.text).toContain('Other reminder: 7 days left');
});

test('the calendar file needs nothing kept, and says so', async () => {
	const { alice, deps } = await openChat('zh-hans');
	await alice.sends('/remind povo 2026-07-15');
	await alice.taps('获取日历文件');
	const file = alice.messages.findLast(({ file: found }) => found !== undefined)?.file;
	expect(file?.name).toBe('reminder.ics');
	expect(Buffer.from(file?.bytes ?? []).toString()).toContain('BEGIN:VALARM');
	expect(await deps.store.exportPerson(alice.id)).toMatchObject({ reminders: [] });
});

test('twenty reminders are the most, which is said kindly', async () => {
	const { alice, deps } = await openChat();
	for (let day = 1; day <= 22; day += 1) {
		await alice.sends(`/remind 2027-03-${String(day).padStart(2, '0')}`);
		await alice.taps('Remind me');
	}
	expect(await deps.store.listReminders(alice.id)).toHaveLength(20);
	expect(alice.toasts.at(-1)?.text).toContain('up to 20 reminders');
});

test('the time zone is a choice, and 10:00 is meant there', async () => {
	const { alice, deps } = await openChat();
	await alice.sends('/remind');
	await alice.taps('Change time zone');
	await alice.taps('New York');
	await alice.sends('/remind 2027-03-20');
	await alice.taps('Remind me');
	const [reminder] = await deps.store.listReminders(alice.id);
	expect(reminder?.timeZone).toBe('America/New_York');
	expect(new Date(reminder?.due ?? 0).toISOString()).toBe('2027-02-18T15:00:00.000Z');
});

test('forged days and ids change nothing and are answered', async () => {
	const { alice, server, deps } = await openChat();
	await alice.sends('/remind');
	for (const data of [
		'/remind/povo/2026-02-31/yes',
		'/remind/povo/9999-99-99/',
		'/remind/one-zzzzzzzz/stop',
		'/remind/x/y/z/yes',
	]) {
		await alice.tapsData(data);
	}
	expect(server.world.unansweredTaps()).toEqual([]);
	expect((await deps.store.listReminders(alice.id)).every(({ due }) => due === undefined)).toBe(true);
});
