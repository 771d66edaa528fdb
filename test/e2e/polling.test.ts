import { Api } from 'grammy';
import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { createHandleOnce } from '../../src/bot/handle-once.ts';
import { createBot } from '../../src/bot/index.ts';
import { startPolling } from '../../src/bot/polling/index.ts';
import { type BotApiServer, createBotApiServer } from '../../src/bot-api-server/index.ts';
import { OperatorError } from '../../src/errors.ts';
import { createDeps, startPollingNokori } from '../support/nokori.ts';

const log = pino({ level: 'silent' });

/** A bot with recorded instead of real waiting. */
async function poll(server: BotApiServer) {
	const deps = createDeps();
	const bot = createBot(deps, { token: server.token, apiRoot: server.url });
	bot.botInfo = await bot.api.getMe();
	const waited: number[] = [];
	const handleOnce = createHandleOnce(bot, deps, { isShared: false });
	const polling = startPolling(bot.api, handleOnce, {
		...deps,
		log,
		wait: async (seconds) => void waited.push(seconds),
	});
	return { polling, waited };
}

async function openServer(): Promise<BotApiServer> {
	const server = await createBotApiServer();
	onTestFinished(() => server.close());
	return server;
}

test('what a killed process had in hand is answered by the next one', async () => {
	const server = await openServer();
	server.faults.hang('sendMessage');
	const first = await poll(server);
	const alice = server.person({ name: 'Alice' });
	const asked = alice.sends('/balance povo');
	await expect.poll(() => server.calls.of('sendMessage')).toHaveLength(1);
	expect(server.world.updates.pending).toHaveLength(1);
	// The first is never stopped in order: it is as good as dead, waiting for an answer that does not come.
	const second = await poll(server);
	server.faults.clear();
	await asked;
	expect(alice.screen.text).toContain('povo2.0');
	await Promise.all([first.polling.stop(), second.polling.stop()]);
});

test('stopping finishes what is in hand and confirms it, so it is not answered twice', async () => {
	const server = await openServer();
	server.faults.latency(100, 'sendMessage');
	const first = await poll(server);
	const alice = server.person({ name: 'Alice' });
	const asked = alice.sends('/balance povo');
	await expect.poll(() => server.calls.all.some(({ method }) => method === 'sendMessage')).toBe(true);
	await first.polling.stop();
	await asked;
	expect(server.world.updates.pending).toEqual([]);
	const second = await poll(server);
	await alice.sends('/start');
	expect(alice.messages.filter(({ fromBot }) => fromBot)).toHaveLength(2);
	await second.polling.stop();
});

test.each([
	[
		'Telegram answering 500',
		(server: BotApiServer) => server.faults.next({ method: 'getUpdates', errorCode: 500, times: 3 }),
	],
	[
		'Telegram answering 502',
		(server: BotApiServer) => server.faults.next({ method: 'getUpdates', errorCode: 502, times: 3 }),
	],
	['a dead network', (server: BotApiServer) => server.faults.dropConnection('getUpdates', 3)],
	['answers that are no JSON', (server: BotApiServer) => server.faults.malformed(3)],
])('%s is waited out', async (_name, breakIt) => {
	const server = await openServer();
	breakIt(server);
	const deps = createDeps();
	const bot = createBot(deps, { token: server.token, apiRoot: server.url });
	bot.botInfo = server.world.bot;
	const waited: number[] = [];
	const handleOnce = createHandleOnce(bot, deps, { isShared: false });
	const polling = startPolling(bot.api, handleOnce, {
		...deps,
		log,
		wait: async (seconds) => void waited.push(seconds),
	});
	const alice = server.person({ name: 'Alice' });
	await alice.sends('/balance povo');
	expect(alice.screen.text).toContain('povo2.0');
	expect(waited).toEqual([1, 2, 4]);
	await polling.stop();
});

test('a second poller is outlasted with growing pauses, past the minute for which Telegram keeps its place', async () => {
	const server = await openServer();
	server.faults.next({
		method: 'getUpdates',
		errorCode: 409,
		description: 'Conflict: terminated by other getUpdates request',
		times: 6,
	});
	const { polling, waited } = await poll(server);
	const alice = server.person({ name: 'Alice' });
	await alice.sends('/start');
	expect(waited).toEqual([5, 10, 20, 40, 70, 70]);
	await polling.stop();
});

test('429 waits as long as Telegram asks', async () => {
	const server = await openServer();
	server.faults.next({ method: 'getUpdates', errorCode: 429, parameters: { retry_after: 17 }, times: 1 });
	const { polling, waited } = await poll(server);
	await server.person({ name: 'Alice' }).sends('/start');
	expect(waited).toEqual([17]);
	await polling.stop();
});

test('a revoked token ends it with a sentence that says what to do', async () => {
	const server = await openServer();
	server.faults.next({ method: 'getUpdates', errorCode: 401, description: 'Unauthorized', times: 1 });
	const { polling } = await poll(server);
	await expect(polling.done).rejects.toThrow(OperatorError);
	await expect(polling.done).rejects.toThrow('BOT_TOKEN is refused by Telegram (401): copy the current token');
});

test('several chats are served beside each other, one chat in order', async () => {
	const { server } = await startPollingNokori();
	const alice = server.person({ name: 'Alice' });
	const bob = server.person({ name: 'Bob' });
	server.faults.latency(60, 'sendMessage');
	const start = performance.now();
	const asked = [alice.sends('/balance povo'), alice.sends('/keep povo'), bob.sends('/start')];
	await Promise.all(asked);
	expect(performance.now() - start).toBeGreaterThan(100);
	const answers = alice.messages.filter(({ fromBot }) => fromBot).map(({ text }) => text.split('\n')[0]);
	expect(answers).toEqual(['📌 povo2.0 · Data left', '📌 povo2.0 · Keep the number']);
	const order = server.calls.of('sendMessage').map(({ params }) => params['chat_id']);
	// Bob's answer does not wait for Alice's second.
	expect(order.indexOf(bob.id)).toBeLessThan(order.lastIndexOf(alice.id));
});

test('the allowed updates are always named, so an older list cannot stay in force', async () => {
	const { server } = await startPollingNokori();
	await server.person({ name: 'Alice' }).sends('/start');
	const [first] = server.calls.all.filter(({ method }) => method === 'getUpdates');
	expect(first?.params['allowed_updates']).toEqual([
		'message',
		'edited_message',
		'callback_query',
		'inline_query',
		'my_chat_member',
		'chat_member',
		'guest_message',
	]);
});

test('a webhook of an earlier program that could not be asked for is taken back when Telegram speaks of it', async () => {
	const server = await openServer();
	const deps = createDeps();
	const bot = createBot(deps, { token: server.token, apiRoot: server.url });
	bot.botInfo = server.world.bot;
	await bot.api.setWebhook('https://bot.example.org/earlier');
	const polling = startPolling(bot.api, createHandleOnce(bot, deps, { isShared: false }), {
		...deps,
		removeWebhook: () => bot.api.deleteWebhook(),
		wait: async () => undefined,
	});
	const alice = server.person({ name: 'Alice' });
	await alice.sends('/start');
	expect(alice.screen.text).toContain('help with SIMs in Japan');
	await polling.stop();
});

test('a webhook that another process sets later is left alone', async () => {
	const server = await openServer();
	const { polling, waited } = await poll(server);
	await server.person({ name: 'Alice' }).sends('/start');
	await new Api(server.token, { apiRoot: server.url }).setWebhook('https://bot.example.org/new');
	await expect.poll(() => waited.length).toBeGreaterThan(1);
	expect(server.world.webhook.url).toBe('https://bot.example.org/new');
	expect(server.calls.count('deleteWebhook')).toBe(0);
	await polling.stop();
});
