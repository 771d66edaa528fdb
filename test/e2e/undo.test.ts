import { describe, expect, test } from 'vitest';
import { openReminderChat as openChat } from '../support/reminder-chat.ts';

describe('stop and remove act at once and can be taken back', () => {
	test.each([
		['en', 'Remind me', 'Stop this reminder', 'Stopped: Nomad eSIM', 'Undo'],
		['ja', 'お知らせを受け取る', 'お知らせを止める', '止めました：Nomad', '元に戻す'],
		['zh-hans', '提醒我', '停止提醒', '已停止：Nomad', '撤销'],
		['zh-hant', '提醒我', '停止提醒', '已停止：Nomad', '復原'],
	])('%s: a reminder', async (language, yes, stop, said, undo) => {
		const { alice, kept } = await openChat(language);
		await alice.sends('/remind nomad 2027-01-05');
		await alice.taps(yes);
		const before = await kept();
		await alice.taps(stop);
		expect(await kept()).toEqual([]);
		expect(alice.screen.text).toContain(said);
		await alice.taps(undo);
		expect(await kept()).toEqual(before);
	});

	test('also after other questions, and only once', async () => {
		const { alice, kept, deps } = await openChat();
		await alice.sends('/remind nomad 2027-01-05');
		await alice.taps('Remind me');
		await alice.taps('Stop this reminder');
		const screen = alice.screen;
		await alice.sends('/balance ahamo');
		expect(await deps.store.readPerson(alice.id)).toMatchObject({ removed: [{ reminder: { carrier: 'nomad' } }] });
		const undo = screen.buttons.flat().find(({ text }) => text === 'Undo')?.value ?? '';
		await alice.tapsData(undo, screen);
		expect(await kept()).toHaveLength(1);
		await alice.tapsData(undo, screen);
		expect(await kept()).toHaveLength(1);
		expect(await deps.store.readPerson(alice.id)).toEqual({});
	});

	test('of more than five, the oldest can no longer be had back, which is said', async () => {
		const { alice, kept } = await openChat();
		const screens = [];
		for (let day = 1; day <= 6; day += 1) {
			await alice.sends(`/remind 2027-03-0${day}`);
			await alice.taps('Remind me');
			await alice.taps('Stop this reminder');
			screens.push(alice.screen);
		}
		const first = screens[0];
		await alice.tapsData(first?.buttons.flat().find(({ text }) => text === 'Undo')?.value ?? '', first);
		expect(alice.toasts.at(-1)?.text).toBe('That can no longer be undone.');
		expect(await kept()).toEqual([]);
	});

	test('a card, which comes back to its place', async () => {
		const { alice, deps } = await openChat('zh-hans');
		for (const carrier of ['linemo', 'ahamo esim 工作', 'mineo']) {
			await alice.sends(`/mycard ${carrier}`);
		}
		const before = await deps.store.readPerson(alice.id);
		await alice.tapsData('/mycard/card-2/');
		const screen = alice.screen;
		const remove = screen.buttons.flat().find(({ value }) => value.includes('remove'))?.value ?? '';
		await alice.tapsData(remove, screen);
		expect(alice.screen.text).toContain('已删除：ahamo · eSIM · 工作');
		// A double tap does not remove the card that has moved into its place.
		const gone = alice.screen;
		await alice.tapsData(remove, screen);
		expect((await deps.store.readPerson(alice.id)).cards?.map(({ carrier }) => carrier)).toEqual(['linemo', 'mineo']);
		await alice.tapsData(gone.buttons.flat()[0]?.value ?? '', gone);
		expect((await deps.store.readPerson(alice.id)).cards).toEqual(before.cards);
	});
});
