import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createBotApiServer } from '../../src/bot-api-server/index.ts';
import { openBadNetwork } from '../support/bad-network.ts';
import { startBot } from '../support/bot-process.ts';
import { report, startLoad } from '../support/load.ts';

test('sockets that hang for ever are given up, and what was asked on them is answered', async () => {
	const server = await createBotApiServer({ confirmTimeoutMs: 140_000 });
	onTestFinished(() => server.close());
	const network = await openBadNetwork(server);
	const bot = await startBot(network);
	const load = startLoad(server, { people: 12, each: 5, spread: 8000 });
	await wait(2000);
	let calls = 0;
	network.trouble((method) => (method === 'sendMessage' && calls++ % 2 === 0 ? 'hang' : undefined));
	await wait(3000);
	expect(calls).toBeGreaterThan(1);
	network.trouble(() => 'hang');
	await wait(1000);
	network.trouble(() => undefined);
	// A call is given up after 45 seconds, and those of one chat follow each other.
	const count = await load.count(120_000);
	report('sockets that hang', count, load.others);
	expect(count).toMatchObject({ asked: 60, unanswered: [], twice: [] });
	expect(bot.isAlive()).toBe(true);
});
