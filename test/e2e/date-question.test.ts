import { describe, expect, test } from 'vitest';
import { openReminderChat as openChat, REMINDER_NOW, type ReminderChat } from '../support/reminder-chat.ts';

const MINUTE = 60_000;

const kept = async ({ deps, alice }: ReminderChat) =>
	(await deps.store.listReminders(alice.id)).map(({ carrier, from, label }) => ({ carrier, from, label }));

describe('a question about a day remembers its card', () => {
	test.each([
		['en', '/keep povo', '10 October', 'povo2.0', '10 October 2026'],
		['ja', '/keep povo', '10月10日', 'povo', '2026年10月10日'],
		['zh-hans', '/keep povo', '10月10日', 'povo', '2026年10月10日'],
	])('%s: %s › set a reminder › %s', async (language, question, day, name, shown) => {
		const chat = await openChat(language);
		await chat.alice.sends(question);
		await chat.alice.tapsData('/remind/povo/');
		await chat.alice.sends(day);
		expect(chat.alice.screen.text.split('\n')[0]).toContain(name);
		expect(chat.alice.screen.text).toContain(shown);
		// Which year was meant is one tap away.
		expect(chat.alice.screen.buttons.flat().map(({ value }) => value)).toContain('/remind/povo/2027-10-10/');
	});

	test('with another card saved, the card of the question is taken', async () => {
		const chat = await openChat('zh-hans');
		await chat.alice.sends('/mycard povo');
		await chat.alice.sends('/remind 软银预付');
		await chat.alice.sends('11月10日');
		const [yes] = chat.alice.screen.buttons.flat().filter(({ value }) => value.endsWith('/yes'));
		expect(yes?.value).toBe('/remind/softbank-prepaid/2026-11-10/yes');
	});

	test('a card that is named in the answer is another one', async () => {
		const chat = await openChat();
		await chat.alice.sends('/remind povo');
		await chat.alice.sends('softbank prepaid 5 November');
		expect(chat.alice.screen.buttons.flat().map(({ value }) => value)).toContain(
			'/remind/softbank-prepaid/2026-11-05/yes',
		);
	});

	test('after ten minutes, or another screen, it is forgotten', async () => {
		const chat = await openChat();
		await chat.alice.sends('/remind softbank prepaid');
		chat.clock.now += 11 * MINUTE;
		await chat.alice.sends('20 December');
		expect(chat.alice.screen.buttons.flat().map(({ value }) => value)).toContain('/remind/date/2026-12-20/yes');
		await chat.alice.sends('/remind softbank prepaid');
		await chat.alice.sends('/balance ahamo');
		await chat.alice.sends('20 December');
		expect(chat.alice.screen.buttons.flat().map(({ value }) => value)).toContain('/remind/date/2026-12-20/yes');
	});

	test('a day that does not exist is told, and the question stays', async () => {
		const chat = await openChat();
		await chat.alice.sends('/remind povo');
		await chat.alice.sends('31 February');
		expect(chat.alice.screen.text).toContain('31 February');
		await chat.alice.sends('28 February');
		expect(chat.alice.screen.text.split('\n')[0]).toContain('povo2.0');
	});

	test('another process answers it: it is kept with the person', async () => {
		const chat = await openChat();
		await chat.alice.sends('/remind softbank prepaid');
		expect(await chat.deps.store.readPerson(chat.alice.id)).toMatchObject({
			asked: { subject: 'softbank-prepaid', until: REMINDER_NOW + 10 * MINUTE },
		});
		await chat.alice.sends('/balance ahamo');
		expect(await chat.deps.store.readPerson(chat.alice.id)).toEqual({});
	});
});

describe('words that are no carrier’s are the reminder’s name', () => {
	test.each([
		['ja', '/remind 在留カード 2027年3月1日', '在留カード', '2027-03-01'],
		['zh-hans', '/remind 在留卡到期 2027年3月1日', '在留卡到期', '2027-03-01'],
		['en', '/remind visa 2027/03/01', 'visa', '2027-03-01'],
	])('%s: %s', async (language, typed, label, from) => {
		const chat = await openChat(language);
		await chat.alice.sends('/mycard povo');
		await chat.alice.sends(typed);
		expect(chat.alice.screen.text.split('\n')[0]).toContain(label);
		const [yes] = chat.alice.screen.buttons.flat().filter(({ value }) => value.endsWith('/yes'));
		await chat.alice.tapsData(yes?.value ?? '');
		expect(await kept(chat)).toEqual([{ carrier: undefined, from, label }]);
	});
});
