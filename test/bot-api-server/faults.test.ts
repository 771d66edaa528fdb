import { HttpError } from 'grammy';
import { expect, test } from 'vitest';
import { refusal, setUp, setUpWithAlice } from './support.ts';

test('the next call of a method fails as told, the one after works', async () => {
	const { server, api, alice, chatId } = await setUpWithAlice();
	server.faults.next({ method: 'sendMessage', errorCode: 429, parameters: { retry_after: 3 } });
	await api.getMe();
	const error = await api.sendMessage(chatId, 'x').catch((reason) => reason);
	expect(error).toMatchObject({
		error_code: 429,
		description: 'Too Many Requests: retry after 3',
		parameters: { retry_after: 3 },
	});
	expect(alice.messages).toHaveLength(1);
	await api.sendMessage(chatId, 'y');
});

test('an error may come several times, for every method, with its own words', async () => {
	const { server, api } = await setUp();
	server.faults.next({ errorCode: 500, times: 2 });
	server.faults.next({ errorCode: 403, description: 'Forbidden: user is deactivated' });
	expect(await refusal(api.getMe())).toBe('500 Internal Server Error: restart');
	expect(await refusal(api.getUpdates())).toBe('500 Internal Server Error: restart');
	expect(await refusal(api.getMe())).toBe('403 Forbidden: user is deactivated');
	await api.getMe();
});

test('a dropped connection leaves no message', async () => {
	const { server, api, alice, chatId } = await setUpWithAlice();
	server.faults.dropConnection('sendMessage');
	await expect(api.sendMessage(chatId, 'x')).rejects.toBeInstanceOf(HttpError);
	expect(alice.messages).toHaveLength(1);
	expect(server.calls.of('sendMessage')).toMatchObject([{ fault: 'dropped' }]);
});

test('a connection dropped after commit leaves the message', async () => {
	const { server, api, alice, chatId } = await setUpWithAlice();
	server.faults.afterCommit({ method: 'sendMessage' });
	await expect(api.sendMessage(chatId, 'once')).rejects.toBeInstanceOf(HttpError);
	expect(alice.screen.text).toBe('once');
	expect(server.calls.of('sendMessage')).toMatchObject([{ fault: 'dropped after commit', result: { text: 'once' } }]);
	await api.sendMessage(chatId, 'twice');
});

test('a malformed answer is no JSON and has no effect', async () => {
	const { server, api, alice, chatId } = await setUpWithAlice();
	server.faults.malformed(1, 'sendMessage');
	await expect(api.sendMessage(chatId, 'x')).rejects.toThrow();
	expect(alice.messages).toHaveLength(1);
});

test('latency slows calls down until cleared', async () => {
	const { server, api } = await setUp();
	server.faults.latency(2000, 'getMe');
	const before = performance.now();
	await api.getMe();
	expect(performance.now() - before).toBeGreaterThanOrEqual(1990);
	server.faults.clear();
	const cleared = performance.now();
	await api.getMe();
	expect(performance.now() - cleared).toBeLessThan(1990);
});

test('a hung call is answered once the fault is cleared', async () => {
	const { server, api, alice, chatId } = await setUpWithAlice();
	server.faults.hang('sendMessage');
	const sending = api.sendMessage(chatId, 'late');
	await expect.poll(() => server.calls.of('sendMessage')[0]?.fault).toBe('hung');
	await api.getMe();
	expect(alice.messages).toHaveLength(1);
	server.faults.clear();
	expect((await sending).text).toBe('late');
});

test('a hung call whose client gave up has no effect', async () => {
	const { server, api, alice, chatId } = await setUpWithAlice();
	server.faults.hang('sendMessage');
	const controller = new AbortController();
	const sending = api.sendMessage(chatId, 'late', {}, controller.signal as never).catch(() => 'gave up');
	await expect.poll(() => server.calls.of('sendMessage')[0]?.fault).toBe('hung');
	controller.abort();
	expect(await sending).toBe('gave up');
	await api.getMe();
	server.faults.clear();
	await api.getMe();
	expect(alice.messages).toHaveLength(1);
});

test('closing the server ends polls and hung calls', async () => {
	const { server, api } = await setUp();
	server.faults.hang('getMe');
	const ended = Promise.all([api.getUpdates({ timeout: 30 }).catch(() => 'ended'), api.getMe().catch(() => 'ended')]);
	await expect.poll(() => server.world.polling.end).toBeDefined();
	await server.close();
	expect(await ended).toEqual(['ended', 'ended']);
});
