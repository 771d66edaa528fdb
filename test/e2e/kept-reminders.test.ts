import { describe, expect, test } from 'vitest';
import { openReminderChat as openChat, type ReminderChat } from '../support/reminder-chat.ts';

const HOUR = 3_600_000;

const buttons = ({ alice }: ReminderChat) => alice.screen.buttons.flat().map(({ text }) => text);

describe('the list and one reminder', () => {
	test.each([
		[
			'en',
			'/remind nomad 2027-01-05',
			'Remind me',
			'Nomad eSIM: last day 5 January 2027. Next reminder: 6 December 2026',
		],
		['ja', '/remind povo 2026-12-31', 'お知らせを受け取る', '期限2027年6月29日、次のお知らせ2027年5月30日'],
		['zh-hans', '/remind airalo 2027-01-05', '提醒我', '截止2027年1月5日，下次提醒2026年12月6日'],
		['zh-hant', '/remind mobal 2027-01-05', '提醒我', '期限2027年1月3日，下次提醒2026年12月4日'],
	])('%s: %s: name, last day to act and next notice', async (language, words, yes, line) => {
		const chat = await openChat(language);
		await chat.alice.sends(words);
		await chat.alice.taps(yes);
		await chat.alice.sends('/remind');
		expect(chat.alice.screen.text).toContain(line);
	});

	test('one line for each day, though a plan ends on its last day to act', async () => {
		const chat = await openChat();
		await chat.alice.sends('/remind airalo 2027-01-05');
		expect(chat.alice.screen.text.match(/5 January 2027/g)).toHaveLength(1);
		expect(chat.alice.screen.text).toContain(
			'5 January 2027: the plan ends, the last day to act, after that it can no longer be used',
		);
	});

	test('all twenty can be reached', async () => {
		const chat = await openChat();
		for (let day = 1; day <= 20; day += 1) {
			await chat.alice.sends(`/remind trip ${day} 2027-03-${String(day).padStart(2, '0')}`);
			await chat.alice.taps('Remind me');
		}
		await chat.alice.sends('/remind');
		for (const _page of [2, 3, 4]) {
			await chat.alice.taps('Read more');
		}
		expect(chat.alice.screen.text).toContain('20 March 2027');
		await chat.alice.taps('Back');
		expect(chat.alice.screen.text).toContain('15 March 2027');
	});
});

describe('whose rule it is', () => {
	test.each([
		['en', '/remind softbank prepaid 1 November', "not the carrier's own page", '(unofficial)'],
		['ja', '/remind povo 12月31日', '公式ページではありません', '（非公式）'],
		['zh-hans', '/remind povo 12月31日', '不是运营商的官方页面', '（非官方）'],
		['zh-hant', '/remind povo 12月31日', '不是電信商的官方網頁', '（非官方）'],
	])('%s: %s: a rule that no official page gives does not sound certain', async (language, words, warning, doubt) => {
		const chat = await openChat(language);
		await chat.alice.sends(words);
		expect(chat.alice.screen.text).toContain(warning);
		expect(chat.alice.screen.text).toContain(doubt);
		await chat.alice.tapsData(chat.alice.screen.buttons[0]?.[0]?.value ?? '');
		expect(chat.alice.screen.text).toContain(warning);
	});

	test('the carrier’s own page is named, and no doubt is cast on it', async () => {
		const chat = await openChat();
		await chat.alice.sends('/remind mobal 2027-01-05');
		expect(chat.alice.screen.text).toContain("mobal.com, the carrier's own page");
		expect(chat.alice.screen.text).not.toContain('unofficial');
	});
});

describe('changing the day', () => {
	test('the new day takes the place of the old, by a button or in words, and the rule stays', async () => {
		const chat = await openChat('ja');
		const { alice, kept } = chat;
		await alice.sends('/remind holafly 2027-01-05');
		await alice.taps('お知らせを受け取る');
		await alice.taps('日付を変える');
		await alice.sends('1月8日');
		await alice.taps('お知らせを受け取る');
		expect(await kept()).toMatchObject([{ carrier: 'holafly', rule: 'renew', from: '2027-01-08' }]);
		await alice.taps('日付を変える');
		await alice.taps('2027年2月18日');
		await alice.taps('お知らせを受け取る');
		expect(await kept()).toMatchObject([{ carrier: 'holafly', rule: 'renew', from: '2027-02-18' }]);
	});

	test('its name and its meaning stay', async () => {
		const chat = await openChat();
		await chat.alice.sends('remind me to call the embassy on 3 December');
		await chat.alice.taps('Remind me');
		await chat.alice.taps('Change the day');
		await chat.alice.sends('5 December');
		await chat.alice.taps('Remind me');
		expect(await chat.kept()).toMatchObject([{ label: 'call the embassy', meaning: 'notice', from: '2026-12-05' }]);
	});
});

describe('snooze', () => {
	test('is offered by a due notice alone, comes a day later, and says so the second time', async () => {
		const chat = await openChat();
		const { alice, clock, wake } = chat;
		await alice.sends('/remind linemo 2026-12-31');
		await alice.taps('Remind me');
		expect(buttons(chat)).not.toContain('Snooze one day');
		clock.now = Date.parse('2026-12-01T10:00:00+09:00');
		await wake();
		const notice = alice.screen;
		await alice.taps('Snooze one day');
		expect(alice.toasts.at(-1)?.text).toContain('2 December 2026');
		expect(buttons(chat)).not.toContain('Snooze one day');
		clock.now += HOUR;
		await alice.tapsData(notice.buttons[0]?.[1]?.value ?? '', notice);
		expect(alice.toasts.at(-1)?.text).toContain("Already put off: I'll remind you again on 2 December 2026");
		clock.now += 23 * HOUR;
		await wake();
		expect(alice.screen.text).toContain('29 days left');
		clock.now = Date.parse('2026-12-24T10:00:00+09:00');
		await wake();
		expect(alice.screen.text).toContain('7 days left');
	});

	test('not past the last day to act', async () => {
		const chat = await openChat();
		await chat.alice.sends('/remind nomad 2026-11-21');
		await chat.alice.taps('Remind me');
		chat.clock.now = Date.parse('2026-11-21T10:00:00+09:00');
		await chat.wake();
		expect(chat.alice.screen.text).toContain('it is today');
		expect(buttons(chat)).not.toContain('Snooze one day');
	});
});

test.each([
	['en', 'Remind me', 'London', 'Your reminder now comes at 10:00 (London).'],
	['zh-hant', '提醒我', '紐約', '1個提醒已改為10:00（紐約）。'],
])('%s: another time zone moves the reminders that exist, and says so', async (language, yes, place, said) => {
	const { alice, kept } = await openChat(language);
	await alice.sends('/remind mobal 2027-03-20');
	await alice.taps(yes);
	const [before] = await kept();
	await alice.tapsData('/remind/zone/');
	await alice.taps(place);
	expect(alice.toasts.at(-1)?.text).toBe(said);
	const [after] = await kept();
	expect(after?.timeZone).not.toBe(before?.timeZone);
	const hours = ((after?.due ?? 0) - (before?.due ?? 0)) / HOUR;
	expect(hours).toBe(place === 'London' ? 9 : 14);
	expect(alice.screen.text).toContain('10:00');
});

test('rules that look back offer days that have been, and another day is written', async () => {
	const chat = await openChat();
	await chat.alice.sends('/remind softbank prepaid');
	expect(buttons(chat).slice(0, 5)).toEqual([
		'Today (20 November)',
		'This week (16 November)',
		'Last week (9 November)',
		'A month ago (21 October)',
		'Write another day',
	]);
	await chat.alice.taps('Write another day');
	expect(chat.alice.toasts.at(-1)?.text).toContain('8 November');
	await chat.alice.sends('3 November');
	expect(chat.alice.screen.text).toContain('3 November 2026: the last top-up');
	await chat.alice.sends('/remind povo');
	expect(buttons(chat)).toContain('This week (16 November)');
	expect(buttons(chat)).toContain('27 November 2026');
});

test.each(['/keep povo', '/renew nomad', '/topup softbank prepaid'])(
	'from the answer to %s the way to a reminder leads back to it',
	async (question) => {
		const { alice } = await openChat();
		await alice.sends(question);
		const answer = alice.screen.text;
		await alice.taps('⏰ Remind me');
		await alice.taps('Back');
		expect(alice.screen.text).toBe(answer);
		await alice.taps('⏰ Remind me');
		await alice.tapsData(alice.screen.buttons[0]?.[0]?.value ?? '');
		await alice.taps('Back');
		expect(alice.screen.text).toBe(answer);
	},
);
