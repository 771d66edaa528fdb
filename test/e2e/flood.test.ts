import { expect, test } from 'vitest';
import { deleteDue } from '../../src/bot/housekeeping.ts';
import { DEFAULT_LIMITS } from '../../src/bot/middleware/limits.ts';
import { createDeps, startNokori } from '../support/nokori.ts';

async function openGroup(limits = DEFAULT_LIMITS) {
	const { server } = await startNokori({ limits });
	const alice = server.person({ name: 'Alice', language: 'en' });
	const bob = server.person({ name: 'Bob', language: 'ja' });
	const group = server.group({ title: 'Osaka', members: [alice, bob], bot: 'member' });
	return { server, alice, bob, group };
}

test('past the fifteenth tap of a minute, a group’s taps open the private chat', async () => {
	const { server, alice, group } = await openGroup();
	await alice.in(group).sends('/balance@nokori_bot');
	const menu = alice.in(group).screen;
	for (let tap = 0; tap < 18; tap += 1) {
		await alice.in(group).tapsData(tap % 2 ? '/check-data/povo/' : '/check-data/ahamo/', menu);
	}
	expect(server.calls.count('editMessageText')).toBe(15);
	expect(alice.toasts.map(({ url }) => url)).toEqual([
		'https://t.me/nokori_bot?start=check-data_povo',
		'https://t.me/nokori_bot?start=check-data_ahamo',
		'https://t.me/nokori_bot?start=check-data_povo',
	]);
	expect(server.world.unansweredTaps()).toEqual([]);
});

test('who asks too much gets one notice and then silence; others are served', async () => {
	const { server, alice, bob } = await openGroup({ ...DEFAULT_LIMITS, person: 10 });
	for (let index = 0; index < 30; index += 1) {
		await alice.sends('/balance povo');
	}
	const answers = alice.messages.filter(({ fromBot }) => fromBot);
	expect(answers).toHaveLength(11);
	expect(answers.at(-1)?.text).toBe('That was a lot at once. Please wait a minute.');
	await bob.sends('/balance povo');
	expect(bob.screen.text).toContain('povo2.0');
	// Taps past the limit are still answered, or the button would spin.
	await alice.tapsData('/check-data/povo/');
	expect(server.world.unansweredTaps()).toEqual([]);
});

test('a group’s questions are limited together, ordinary talk is not counted', async () => {
	const { alice, bob, group, server } = await openGroup({ ...DEFAULT_LIMITS, groupQuestions: 4 });
	await group.promote();
	for (let index = 0; index < 10; index += 1) {
		await alice.in(group).sends('just talking');
		await bob.in(group).sends('/balance@nokori_bot povo');
	}
	expect(bob.in(group).messages.filter(({ fromBot }) => fromBot)).toHaveLength(5);
	expect(server.world.violations).toEqual([]);
});

test('a tap that Telegram refuses for its flood limit opens the private chat at once', async () => {
	const { server, alice, group } = await openGroup();
	await alice.in(group).sends('/balance@nokori_bot');
	server.faults.next({ method: 'editMessageText', errorCode: 429, parameters: { retry_after: 30 } });
	await alice.in(group).tapsData('/check-data/povo/', alice.in(group).screen);
	expect(alice.toasts.at(-1)?.url).toBe('https://t.me/nokori_bot?start=check-data_povo');
});

test('a short wait that Telegram asks for is waited out, and the answer comes once', async () => {
	const { server, alice } = await openGroup();
	server.faults.next({ method: 'sendMessage', errorCode: 429, parameters: { retry_after: 1 } });
	await alice.sends('/balance povo');
	expect(alice.messages.filter(({ fromBot }) => fromBot)).toHaveLength(1);
});

test('guest questions and greetings have limits too, and pass in silence', async () => {
	const { server, alice } = await openGroup({ ...DEFAULT_LIMITS, guest: 3, greetings: 2 });
	const elsewhere = server.group({ title: 'Elsewhere', members: [alice] });
	for (let index = 0; index < 8; index += 1) {
		await alice.asksGuest(elsewhere, `povo balance ${index}`);
	}
	expect(server.calls.count('answerGuestQuery')).toBe(3);
	const before = server.calls.mark();
	for (let index = 0; index < 5; index += 1) {
		await server.group({ title: `Group ${index}`, members: [alice] }).addsBot(alice);
	}
	expect(server.calls.since(before, 'sendMessage')).toHaveLength(2);
});

test('a group in flood control holds up no deletions of others, and nobody’s forgetting', async () => {
	const deps = createDeps();
	const { server, bot } = await startNokori(deps);
	const alice = server.person({ name: 'Alice', language: 'en' });
	const groups = Array.from({ length: 4 }, (_, index) =>
		server.group({ title: `Group ${index}`, members: [alice], bot: 'member', type: 'supergroup' }),
	);
	for (const { id: chatId } of groups) {
		const { message_id } = await bot.api.sendMessage(chatId, 'an answer');
		await deps.store.addDeletion({ chatId, messageIds: [message_id], due: 0 });
	}
	const [flooded] = groups;
	const fault = { method: 'deleteMessage', errorCode: 429, parameters: { retry_after: 60 }, times: 9 };
	server.faults.next({ ...fault, chatId: flooded?.id ?? 0 });
	await expect(deleteDue({ ...deps, api: bot.api })).rejects.toThrow('retry after 60');
	expect(await deps.store.listDeletions(Date.now(), 10)).toMatchObject([{ chatId: flooded?.id }]);
});
