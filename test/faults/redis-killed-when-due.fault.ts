import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createBotApiServer } from '../../src/bot-api-server/index.ts';
import { reminder } from '../contract/reminders.ts';
import { startBot, WEBHOOK } from '../support/bot-process.ts';
import { startProcess } from '../support/queue.ts';
import { startRedis } from '../support/redis.ts';

const PEOPLE = 24;
/** What is due is claimed for a minute, and its job wakes again when that is over. */
const PATIENCE_MS = 140_000;
/** Longer than a process on a loaded machine takes from a notice to keeping that it was sent. */
const IN_HAND_MS = 1500;

test('Redis killed in the second in which reminders are due loses none, and twice comes only what was in hand', async () => {
	const server = await createBotApiServer({ confirmTimeoutMs: 60_000 });
	onTestFinished(() => server.close());
	server.faults.latency(150, 'sendMessage');
	const redis = await startRedis();
	const env = { REDIS_URL: redis.url, ...WEBHOOK };
	const [bot] = await Promise.all([startBot(server, env), startBot(server, env)]);
	server.deliverTo(bot.hook);
	const people = Array.from({ length: PEOPLE }, (_, index) => server.person({ name: `Person ${index}` }));
	await Promise.all(people.map((person) => person.sends('/start')));
	const notices = new Map(people.map(({ id }) => [id, [] as number[]]));
	server.world.onChange((change) => {
		if (change.type === 'new' && 'message' in change && change.message.message.from?.is_bot) {
			notices.get(change.chatId)?.push(Date.now());
		}
	});
	const here = await startProcess(redis);
	const start = Date.now() + 2000;
	for (const [index, { id: personId }] of people.entries()) {
		const due = start + index * 40;
		await here.save(reminder(`aaaaaa${index + 10}`, { personId, locale: 'en', due }));
	}
	await wait(start + 500 - Date.now());
	const killed = Date.now();
	await redis.kill();
	const before = [...notices.values()].flat().length;
	await wait(3000);
	const back = Date.now();
	await redis.start();

	const counts = (): number[] => [...notices.values()].map(({ length }) => length);
	const unreminded = (): number => counts().filter((count) => count === 0).length;
	await expect.poll(unreminded, { timeout: PATIENCE_MS, interval: 250 }).toBe(0);
	await wait(2000);
	const twice = [...notices.values()].filter(({ length }) => length > 1);
	process.stdout.write(
		`Redis killed when due: ${PEOPLE} reminders, ${before} before it, all sent, ${twice.length} of them twice\n`,
	);
	expect(Math.max(...counts())).toBeLessThanOrEqual(2);
	expect(twice.filter(([first = 0]) => first < killed - IN_HAND_MS || first > back)).toEqual([]);
	expect(server.world.violations).toEqual([]);
}, 170_000);
