import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type BotApiServer, createBotApiServer } from '../../src/bot-api-server/index.ts';
import { openLibsqlStore } from '../../src/storage/libsql/index.ts';
import { reminder } from '../contract/reminders.ts';
import { type BotProcess, startBot } from '../support/bot-process.ts';
import { temporaryFolder } from '../support/nokori.ts';

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
