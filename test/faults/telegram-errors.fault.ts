import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { type BotApiServer, createBotApiServer } from '../../src/bot-api-server/index.ts';
import { startBot } from '../support/bot-process.ts';
import { report, startLoad } from '../support/load.ts';

async function openServer(): Promise<BotApiServer> {
	const server = await createBotApiServer({ confirmTimeoutMs: 120_000 });
	onTestFinished(() => server.close());
	return server;
}

test('Telegram answering 500 to everything for ten seconds only delays the answers', async () => {
	const server = await openServer();
	const bot = await startBot(server);
	const load = startLoad(server, { people: 12, each: 5, spread: 14_000 });
	await wait(2000);
	server.faults.next({ errorCode: 500, times: Infinity });
	await wait(10_000);
	server.faults.clear();
	const count = await load.count(60_000);
	report('Telegram answering 500 for ten seconds', count, load.others);
	expect(count).toMatchObject({ asked: 60, unanswered: [], twice: [] });
	expect(load.others).toEqual([]);
	expect(bot.isAlive()).toBe(true);
});

test('429 in some chats holds up these alone, for as long as Telegram asks', async () => {
	const server = await openServer();
	await startBot(server);
	const load = startLoad(server, { people: 12, each: 5, spread: 6000 });
	await wait(500);
	server.faults.next({ method: 'sendMessage', errorCode: 429, parameters: { retry_after: 2 }, times: 6 });
	const count = await load.count(60_000);
	report('429 in some chats', count, load.others);
	expect(count).toMatchObject({ asked: 60, unanswered: [], twice: [] });
	expect(load.others).toEqual([]);
	const refused = server.calls.of('sendMessage').filter(({ error }) => error?.errorCode === 429);
	expect(refused).toHaveLength(6);
	for (const { at, params } of refused) {
		const next = server.calls.of('sendMessage').find((call) => call.at > at && call.params['text'] === params['text']);
		expect((next?.at ?? 0) - at).toBeGreaterThanOrEqual(1990);
	}
});
