import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createBotApiServer } from '../../src/bot-api-server/index.ts';
import { startBot } from '../support/bot-process.ts';
import { report, startLoad } from '../support/load.ts';

/** So long Telegram keeps the place of a poller that was killed. */
const MINUTE_MS = 60_000;

test('409 from a second poller for a minute only delays the answers', async () => {
	const server = await createBotApiServer({ confirmTimeoutMs: 140_000 });
	onTestFinished(() => server.close());
	const bot = await startBot(server);
	const load = startLoad(server, { people: 12, each: 5, spread: 5000 });
	await wait(1500);
	server.faults.next({ method: 'getUpdates', errorCode: 409, times: Infinity });
	await wait(MINUTE_MS);
	expect(bot.isAlive()).toBe(true);
	const refused = server.calls.all.filter(({ error }) => error?.errorCode === 409);
	expect(refused.length).toBeGreaterThan(2);
	expect(refused.length).toBeLessThan(10);
	server.faults.clear();
	const count = await load.count(60_000);
	report('409 for a minute', count, load.others);
	expect(count).toMatchObject({ asked: 60, unanswered: [], twice: [] });
	expect(load.others).toEqual([]);
});
