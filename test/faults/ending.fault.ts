import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { type BotApiServer, createBotApiServer } from '../../src/bot-api-server/index.ts';
import { openBadNetwork } from '../support/bad-network.ts';
import { type BotProcess, startBot, WEBHOOK } from '../support/bot-process.ts';
import { openDoor } from '../support/door.ts';
import { report, startLoad } from '../support/load.ts';
import { temporaryFolder } from '../support/nokori.ts';

/** A supervisor kills after so long. */
const MOST_MS = 10_000;

async function openServer(): Promise<BotApiServer> {
	const server = await createBotApiServer({ confirmTimeoutMs: 120_000 });
	onTestFinished(() => server.close());
	// So that there is always something in hand.
	server.faults.latency(200, 'sendMessage');
	return server;
}

/** Ends the bot in the middle of the load, starts it again after a moment, and counts. */
async function endInTheMiddle(name: string, server: BotApiServer, start: () => Promise<BotProcess>): Promise<void> {
	const bot = await start();
	const load = startLoad(server, { people: 12, each: 6, spread: 7000 });
	await wait(2500);
	const { code, took } = await bot.terminate();
	await wait(500);
	await start();
	const count = await load.count(60_000);
	report(`${name}, ended in the middle within ${Math.round(took)} ms`, count, load.others);
	expect(code).toBe(0);
	expect(took).toBeLessThan(MOST_MS);
	expect(count).toMatchObject({ asked: 72, unanswered: [], twice: [] });
	expect(load.others).toEqual([]);
}

test('SIGTERM under load while polling ends with 0 within ten seconds, and nothing is lost or doubled', async () => {
	const server = await openServer();
	const env = { DATA_DIR: temporaryFolder() };
	await endInTheMiddle('polling', server, () => startBot(server, env));
});

test('SIGTERM under load with a webhook ends with 0 within ten seconds, and nothing is lost or doubled', async () => {
	const server = await openServer();
	const env = { DATA_DIR: temporaryFolder(), ...WEBHOOK };
	const replicas: string[] = [];
	server.deliverTo((await openDoor(replicas)).url);
	await endInTheMiddle('webhook', server, async () => {
		const bot = await startBot(server, env);
		replicas.splice(0, 1, bot.hook);
		return bot;
	});
});

test('SIGTERM while a call to Telegram hangs ends with 0 within ten seconds all the same', async () => {
	const server = await openServer();
	const env = { DATA_DIR: temporaryFolder() };
	const bot = await startBot(server, env);
	const alice = server.person({ name: 'Alice', language: 'en' });
	server.faults.hang('sendMessage');
	const asked = alice.sends('/balance povo');
	await expect.poll(() => server.calls.count('sendMessage'), { timeout: 10_000 }).toBe(1);
	const { code, took } = await bot.terminate();
	expect(code).toBe(0);
	expect(took).toBeLessThan(MOST_MS);
	// Until the server has noticed, the call is still somebody's, and would be carried out.
	await wait(1000);
	server.faults.clear();
	await startBot(server, env);
	await asked;
	expect(alice.messages.filter(({ text }) => text.startsWith('📌 povo2.0'))).toHaveLength(1);
});

test('SIGTERM in the middle of an outage ends with 0 within ten seconds, and what was asked is answered after it', async () => {
	const server = await openServer();
	const network = await openBadNetwork(server);
	const env = { DATA_DIR: temporaryFolder() };
	const bot = await startBot(network, env);
	const alice = server.person({ name: 'Alice', language: 'en' });
	let drops = 0;
	network.trouble((method) => {
		drops += method === 'sendMessage' ? 1 : 0;
		return method === 'sendMessage' ? 'drop' : undefined;
	});
	const asked = alice.sends('/balance povo');
	// By now it waits longer between its tries than a supervisor waits for it.
	await expect.poll(() => drops, { timeout: 30_000 }).toBe(5);
	const { code, took } = await bot.terminate();
	expect(code).toBe(0);
	expect(took).toBeLessThan(MOST_MS);
	network.trouble(() => undefined);
	await startBot(network, env);
	await asked;
	expect(alice.messages.filter(({ text }) => text.startsWith('📌 povo2.0'))).toHaveLength(1);
});
