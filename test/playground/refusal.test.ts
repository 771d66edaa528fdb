import { expect, test } from 'vitest';
import { readRefusal } from '../../src/playground/page/panel/refusal.ts';
import { refusal, setUpWithAlice } from '../bot-api-server/support.ts';

test('an edit that changes nothing is told as what it is, and as no mistake', async () => {
	const { api, chatId } = await setUpWithAlice();
	const { message_id } = await api.sendMessage(chatId, 'the same');
	const error = await refusal(api.editMessageText(chatId, message_id, 'the same'));
	expect(readRefusal(error)).toEqual({
		text: 'Nothing to change: the message looks like this already.',
		isHarmless: true,
	});
});

test('any other refusal is told in the words of Telegram', () => {
	expect(readRefusal("Bad Request: can't parse entities")).toEqual({
		text: "Refused: can't parse entities",
		isHarmless: false,
	});
	expect(readRefusal('Too Many Requests: retry after 3').text).toBe('Refused: Too Many Requests: retry after 3');
});
