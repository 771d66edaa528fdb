import type { Update } from 'grammy/types';
import { expect, test } from 'vitest';
import { startNokori } from '../support/nokori.ts';

test('a tap on a message that Telegram shows as inaccessible brings a new one in the same chat', async () => {
	const { server, bot } = await startNokori();
	const alice = server.person({ name: 'Alice' });
	await alice.sends('/start');
	const old = alice.screen;
	await bot.api.deleteMessage(alice.id, old.id);
	const before = server.calls.mark();
	await alice.tapsData('/check-data/povo/', old);
	expect(alice.screen.text).toContain('povo2.0 · Data left');
	expect(server.calls.since(before).map(({ method }) => method)).toEqual(['sendMessage', 'answerCallbackQuery']);
	expect(server.world.unansweredTaps()).toEqual([]);
});

test('a tap on a message sent through inline mode edits it by its inline id and is answered once', async () => {
	const { server, bot } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	const before = server.calls.mark();
	const update: Update = {
		update_id: 1,
		callback_query: {
			id: '99',
			from: alice.user,
			chat_instance: '1',
			inline_message_id: 'AAEC',
			data: '/keep-number/povo/',
		},
	};
	await bot.handleUpdate(update);
	const [edit, answer, ...more] = server.calls.since(before);
	expect(edit).toMatchObject({ method: 'editMessageText', params: { inline_message_id: 'AAEC' } });
	expect(String(edit?.params['text'])).toContain('povo2.0 · Keep the number');
	expect(answer?.method).toBe('answerCallbackQuery');
	expect(more).toEqual([]);
});
