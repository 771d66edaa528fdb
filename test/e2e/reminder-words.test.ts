import { describe, expect, test } from 'vitest';
import { removeMessage } from '../../src/bot-api-server/world/messages.ts';
import { openReminderChat as openChat, type ReminderChat } from '../support/reminder-chat.ts';

const paths = ({ alice }: ReminderChat) => alice.screen.buttons.flat().map(({ value }) => value);
const labels = ({ alice }: ReminderChat) => alice.screen.buttons.flat().map(({ text }) => text);
const title = ({ alice }: ReminderChat) => alice.screen.text.split('\n')[0];

describe('plain words lead to the confirmation in one message', () => {
	test.each([
		['en', 'remind me to top up povo on Jan 15', '/remind/povo/2027-01-15/notice/yes', 'povo2.0 · top up'],
		['en', 'remind me next friday', '/remind/date/2026-11-27/notice/yes', 'Other reminder'],
		[
			'en',
			'please remind me about my residence card on 1 March 2027',
			'/remind/date/2027-03-01/notice/yes',
			'my residence card',
		],
		['zh-hans', '提醒我12月15日充povo', '/remind/povo/2026-12-15/notice/yes', 'povo2.0 · 充'],
		['zh-hans', '明天提醒我续费', '/remind/date/2026-11-21/notice/yes', '续费'],
		['ja', '来週の金曜日にリマインドして', '/remind/date/2026-11-27/notice/yes', 'その他の予定'],
		['ja', '忘れないように12月10日に教えて', '/remind/date/2026-12-10/notice/yes', 'その他の予定'],
		['zh-hant', '提醒我下個月5號儲值povo', '/remind/povo/2026-12-05/notice/yes', 'povo2.0 · 儲值'],
		['ko', '다음 주 금요일에 povo 충전하라고 알려줘', '/remind/povo/2026-11-27/notice/yes', 'povo2.0 · 충전'],
		['vi', 'nhắc mình gia hạn thẻ lưu trú ngày 1 tháng 3', '/remind/date/2027-03-01/notice/yes', 'gia hạn thẻ lưu trú'],
		['vi', 'nhac minh nap povo 5/12', '/remind/povo/2026-12-05/notice/yes', 'povo2.0 · nap'],
	])('%s: %s', async (language, words, yes, name) => {
		const chat = await openChat(language);
		const before = chat.server.calls.mark();
		await chat.alice.sends(words);
		expect(chat.server.calls.since(before)).toHaveLength(1);
		expect(title(chat)).toBe(name);
		expect(paths(chat)).toContain(yes);
		await chat.alice.tapsData(yes);
		const [reminder] = await chat.kept();
		expect(new Date(reminder?.due ?? 0).toISOString()).toBe(`${yes.split('/')[3]}T01:00:00.000Z`);
	});

	test('without a day, the day is asked for, and the name is kept', async () => {
		const chat = await openChat('ja');
		await chat.alice.sends('povoの期限を通知してほしい');
		expect(chat.alice.screen.text).toContain('有料トッピングの期限はいつですか');
	});

	test('a saved card’s rule is not taken for what somebody names otherwise', async () => {
		const chat = await openChat('zh-hant');
		await chat.alice.sends('/mycard povo');
		await chat.alice.sends('2027年3月1日提醒我換居留卡');
		await chat.alice.taps('提醒我');
		expect(await chat.kept()).toMatchObject([{ label: '換居留卡', from: '2027-03-01', ends: '2027-03-01' }]);
		expect((await chat.kept())[0]).not.toHaveProperty('carrier');
	});

	test('a usage alert is none', async () => {
		const chat = await openChat();
		await chat.alice.sends('tell me when my povo data is almost used up');
		expect(paths(chat).some((path) => path.endsWith('/yes'))).toBe(false);
	});

	test('as a reply to an answer, its card is meant', async () => {
		const chat = await openChat('zh-hans');
		await chat.alice.sends('/keep linemo');
		const answer = chat.alice.screen;
		await chat.alice.sends('/balance ahamo');
		await chat.alice.replies(answer, '12月15日提醒我');
		expect(paths(chat)).toContain('/remind/linemo/2026-12-15/notice/yes');
	});

	test('in a group the way into the private chat leads to it, with its name', async () => {
		const chat = await openChat();
		const group = chat.server.group({ title: 'Travel', members: [chat.alice], bot: 'member' });
		await chat.alice.in(group).sends('@nokori_bot remind me to top up povo on Jan 15');
		expect(chat.alice.in(group).screen.text).toContain('private chat');
		await chat.alice.in(group).taps('Open private chat');
		expect(title(chat)).toBe('povo2.0 · top up');
		expect(paths(chat)).toContain('/remind/povo/2027-01-15/notice/yes');
	});
});

describe('a bare day has three meanings, one tap each', () => {
	test.each([
		['en', '/remind povo 31 December', ['✓ My topping ends then', 'Number ends that day', 'Remind me that day']],
		['ja', '/remind povo 1月20日', ['✓ トッピングが終わる日', '番号がなくなる日', '当日に知らせるだけ']],
		['zh-hans', '/remind povo 1月20日', ['✓ 那天加量包到期', '那天号码失效', '只在那天提醒我']],
		['zh-hant', '/remind softbank prepaid 1月20日', ['那天儲值的', '✓ 那天門號失效', '只在那天提醒我']],
		['en', '/remind softbank prepaid 5 November', ['✓ I topped up then', 'Number ends that day', 'Remind me that day']],
		['en', '/remind nomad 5 January', ['✓ My plan ends that day', 'Remind me that day']],
		['en', '/remind ahamo 5 January', ['✓ It ends that day', 'Remind me that day']],
	])('%s: %s', async (language, words, meanings) => {
		const chat = await openChat(language);
		await chat.alice.sends(words);
		expect(labels(chat)).toEqual(expect.arrayContaining(meanings));
		expect(labels(chat).filter((text) => text.startsWith('✓'))).toHaveLength(1);
	});

	test('what was taken, and when the first notice comes, stands on the screen', async () => {
		const chat = await openChat();
		await chat.alice.sends('/remind povo 31 December');
		expect(chat.alice.screen.text).toContain('31 December 2026: the last paid topping ends');
		expect(chat.alice.screen.text).toContain('The first reminder comes on 30 May 2027');
		await chat.alice.taps('Number ends that day');
		expect(chat.alice.screen.text).toContain('31 December 2026: the number or plan ends');
		expect(chat.alice.screen.text).toContain('The first reminder comes on 1 December 2026');
		await chat.alice.taps('Remind me that day');
		expect(chat.alice.screen.text).toContain("I'll remind you once, on 31 December 2026");
		await chat.alice.taps('Remind me');
		expect(await chat.kept()).toMatchObject([{ carrier: 'povo', meaning: 'notice', ends: '2026-12-31' }]);
		// Written after it, another day means the same.
		await chat.alice.sends('/remind povo 31 December');
		await chat.alice.taps('Number ends that day');
		await chat.alice.sends('20 January');
		expect(paths(chat)).toContain('/remind/povo/2027-01-20/end/yes');
	});

	test('whoever says that something ends is told ahead of it', async () => {
		const chat = await openChat();
		await chat.alice.sends('remind me that my povo number expires on 5 March');
		expect(paths(chat)).toContain('/remind/povo/2027-03-05/end/yes');
	});

	test('a day that has been is offered as the next one for what lies ahead', async () => {
		const chat = await openChat('ja');
		await chat.alice.sends('/remind softbank prepaid');
		await chat.alice.sends('11月10日');
		expect(paths(chat)).toEqual(
			expect.arrayContaining(['/remind/softbank-prepaid/2026-11-10/', '/remind/softbank-prepaid/2027-11-10/notice/']),
		);
	});
});

describe('bad input ends in a sentence, and nothing is set on a wrong card', () => {
	test.each([
		['en', '/remind povo 31 February', 'no such day'],
		['zh-hant', '/remind povo 農曆12月31日', '沒有這一天'],
		['ja', '/remind povo 旧暦12月31日', '西暦で読み取ります'],
		['en', '/remind povo 10 December and 12 January', 'You named two days'],
		['ja', '/remind povo 12月1日〜5日', '日付が複数ありました'],
		['zh-hans', '/remind povo 12月15日晚上9点', '提醒都在10:00'],
		['en', 'remind me at 9 pm on 3 December', 'always remind you at 10:00 (Japan), not at “9 pm”'],
		['en', '/remind visa 2026-11-01', 'That date has passed'],
		['ja', '/remind 在留カード 令和9年3月1日', '2027年3月1日'],
		['zh-hant', '/remind 居留卡 民國116年3月1日', '2027年3月1日'],
	])('%s: %s', async (language, words, said) => {
		const chat = await openChat(language);
		await chat.alice.sends('/mycard linemo');
		await chat.alice.sends(words);
		expect(chat.alice.screen.text).toContain(said);
		expect(paths(chat).filter((path) => path.endsWith('/yes') && path.includes('linemo'))).toEqual([]);
	});

	test('of two days the other is a button', async () => {
		const chat = await openChat();
		await chat.alice.sends('/remind povo 10 December and 12 January');
		expect(paths(chat)).toEqual(expect.arrayContaining(['/remind/povo/2026-12-10/yes', '/remind/povo/2027-01-12/']));
	});

	test.each([
		['x'.repeat(300), 40],
		['<b>Visa</b>\nfor Mum & Dad', 28],
	])('a name of any length and letters is one short line: %s', async (name, length) => {
		const chat = await openChat();
		await chat.alice.sends(`/remind ${name} 2027-03-01`);
		await chat.alice.taps('Remind me');
		const [reminder] = await chat.kept();
		expect(reminder?.label?.length).toBeLessThanOrEqual(length);
		expect(reminder?.label).not.toContain('\n');
		expect(title(chat)).toContain(reminder?.label);
	});

	test('two questions open at once: a reply answers the one it replies to', async () => {
		const chat = await openChat('zh-hans');
		await chat.alice.sends('/remind softbank prepaid');
		const first = chat.alice.screen;
		await chat.alice.sends('/remind nomad');
		await chat.alice.replies(first, '11月10日');
		expect(paths(chat)).toContain('/remind/softbank-prepaid/2026-11-10/yes');
	});

	test('the question’s message deleted: its answer is understood all the same', async () => {
		const chat = await openChat();
		await chat.alice.sends('/remind softbank prepaid');
		const place = chat.server.world.chats.get(chat.alice.id);
		removeMessage(chat.server.world, place as never, chat.alice.screen.stored);
		await chat.alice.sends('10 November');
		expect(paths(chat)).toContain('/remind/softbank-prepaid/2026-11-10/yes');
	});

	test('back ends the question', async () => {
		const chat = await openChat();
		await chat.alice.sends('/remind softbank prepaid');
		await chat.alice.taps('Back');
		await chat.alice.sends('10 December');
		expect(paths(chat)).toContain('/remind/date/2026-12-10/yes');
	});
});
