import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createBotApiServer } from '../../src/bot-api-server/index.ts';
import { startBot } from '../support/bot-process.ts';
import { breakNow, report, startLoad, twiceForNothing } from '../support/load.ts';
import { temporaryFolder } from '../support/nokori.ts';

const PEOPLE = 20;
const KILLS = 3;

test('a polling bot killed three times under load answers all, and only what was in flight twice', async () => {
	const server = await createBotApiServer({ confirmTimeoutMs: 120_000 });
	onTestFinished(() => server.close());
	server.faults.latency(60, 'sendMessage');
	const isSending = () =>
		server.calls.of('sendMessage').some(({ result, error, fault }) => !(result || error || fault));
	const env = { DATA_DIR: temporaryFolder() };
	let bot = await startBot(server, env);
	const load = startLoad(server, { people: PEOPLE, each: 8, spread: 24_000 });
	const breaks = [];
	for (let kill = 0; kill < KILLS; kill += 1) {
		await wait(2000 + Math.random() * 1000);
		// Nearly every kill meets something in hand: before it was carried out, or just after.
		for (let tries = 0; tries < 100 && !isSending(); tries += 1) {
			await wait(20);
		}
		await wait(Math.random() * 120);
		await bot.kill();
		breaks.push(breakNow(server));
		await wait(Math.random() * 500);
		bot = await startBot(server, env);
	}
	const count = await load.count(60_000);
	report('polling, killed three times', count, load.others);
	expect(count.asked).toBeGreaterThan(100);
	expect(breaks.some(({ pending }) => pending.size > 0)).toBe(true);
	expect(count.unanswered).toEqual([]);
	expect(twiceForNothing(count, breaks)).toEqual([]);
	// Within a chat one follows the other, so there is one in hand for each person at most.
	expect(count.twice.length).toBeLessThanOrEqual(PEOPLE * KILLS);
	expect(count.most).toBeLessThanOrEqual(1 + KILLS);
	expect(load.others).toEqual([]);
	expect(server.world.violations).toEqual([]);
});
