import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type BotApiServer, createBotApiServer } from '../../src/bot-api-server/index.ts';
import { openLibsqlStore } from '../../src/storage/libsql/index.ts';
import { reminder } from '../contract/reminders.ts';
import { type BotProcess, startBot } from '../support/bot-process.ts';
import { temporaryFolder } from '../support/nokori.ts';
import { isMissing } from '../support/programs.ts';
import { startProcess } from '../support/queue.ts';
import { startRedis } from '../support/redis.ts';

const PEOPLE = 60;

/** People who have started the bot, each with a reminder that is due. */
async function openDue(): Promise<{ server: BotApiServer; env: Record<string, string>; counts: () => number[] }> {
	const server = await createBotApiServer({ confirmTimeoutMs: 60_000, floodLimits: false });
	onTestFinished(() => server.close());
	const env = { DATA_DIR: temporaryFolder() };
	const people = Array.from({ length: PEOPLE }, (_, index) => server.person({ name: `Person ${index}` }));
	const bot = await startBot(server, env);
	await Promise.all(people.map((person) => person.sends('/start')));
	await bot.terminate();
	const store = openLibsqlStore(env.DATA_DIR);
	for (const [index, { id: personId }] of people.entries()) {
		await store.saveReminder(reminder(`aaaaaa${index + 10}`, { personId, locale: 'en', due: Date.now() - 1000 }));
	}
	await store.close();
	server.faults.latency(120, 'sendMessage');
	const counts = (): number[] => people.map(({ messages }) => messages.filter(({ fromBot }) => fromBot).length - 1);
	return { server, env, counts };
}

describe.each([
	['SIGTERM', 2, (bot: BotProcess) => bot.terminate()],
	['SIGTERM', 10, (bot: BotProcess) => bot.terminate()],
	['kill -9', 3, (bot: BotProcess) => bot.kill()],
])('%s, %i times while notices go out', (_signal, times, end) => {
	test('loses none, and doubles only what was in flight', async () => {
		const { server, env, counts } = await openDue();
		let inFlight = 0;
		for (let restart = 0; restart < times; restart += 1) {
			const bot = await startBot(server, env);
			await wait(100);
			const sending = server.calls.of('sendMessage').filter(({ milliseconds }) => milliseconds === undefined);
			await end(bot);
			inFlight += sending.length + 1;
		}
		await startBot(server, env);
		await expect.poll(() => counts().filter((count) => count === 0).length, { timeout: 60_000 }).toBe(0);
		const doubled = counts().reduce((sum, count) => sum + count - 1, 0);
		process.stdout.write(`${_signal} ${times} times: ${PEOPLE} due, all sent, ${doubled} doubled\n`);
		expect(doubled).toBeLessThanOrEqual(_signal === 'SIGTERM' ? 0 : inFlight + 8 * times);
		expect(server.world.violations).toEqual([]);
	});
});

test.skipIf(isMissing('redis-server'))(
	'on Redis, two restarts while notices go out lose none',
	async () => {
		const server = await createBotApiServer({ confirmTimeoutMs: 60_000, floodLimits: false });
		onTestFinished(() => server.close());
		const redis = await startRedis();
		const env = { REDIS_URL: redis.url };
		const people = Array.from({ length: 20 }, (_, index) => server.person({ name: `Person ${index}` }));
		const first = await startBot(server, env);
		await Promise.all(people.map((person) => person.sends('/start')));
		await first.kill();
		const here = await startProcess(redis);
		for (const [index, { id: personId }] of people.entries()) {
			await here.save(reminder(`aaaaaa${index + 10}`, { personId, locale: 'en', due: Date.now() + 500 }));
		}
		server.faults.latency(200, 'sendMessage');
		for (let restart = 0; restart < 2; restart += 1) {
			const bot = await startBot(server, env);
			await wait(300);
			await bot.kill();
		}
		await startBot(server, env);
		const counts = (): number[] => people.map(({ messages }) => messages.filter(({ fromBot }) => fromBot).length - 1);
		await expect
			.poll(() => counts().filter((count) => count === 0).length, { timeout: 140_000, interval: 500 })
			.toBe(0);
		process.stdout.write(
			`Redis, killed twice: 20 due, all sent, ${counts().filter((count) => count > 1).length} doubled\n`,
		);
		expect(Math.max(...counts())).toBeLessThanOrEqual(3);
	},
	200_000,
);
