import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createBotApiServer } from '../../src/bot-api-server/index.ts';
import { reminder } from '../contract/reminders.ts';
import { readyz, startBot, WEBHOOK } from '../support/bot-process.ts';
import { openDoor } from '../support/door.ts';
import { breakNow, report, startLoad, twiceForNothing } from '../support/load.ts';
import { startProcess } from '../support/queue.ts';
import { startRedis } from '../support/redis.ts';

/** Far more than an answer takes; far less than Redis is gone. */
const SOON_MS = 4000;

test('while Redis is gone questions are answered, and what is due meanwhile comes once when it is back', async () => {
	const server = await createBotApiServer({ confirmTimeoutMs: 120_000 });
	onTestFinished(() => server.close());
	const redis = await startRedis();
	const env = { REDIS_URL: redis.url, ...WEBHOOK };
	const replicas = await Promise.all([startBot(server, env), startBot(server, env)]);
	const statuses = (): Promise<number[]> => Promise.all(replicas.map(readyz));
	expect(await statuses()).toEqual([200, 200]);
	server.deliverTo((await openDoor(replicas.map(({ hook }) => hook))).url);
	const alice = server.person({ name: 'Alice', language: 'en' });
	await alice.sends('/start');
	const here = await startProcess(redis);
	const load = startLoad(server, { spread: 20_000 });
	await wait(4000);
	await here.save(reminder('aaaaaaa1', { personId: alice.id, locale: 'en', due: Date.now() + 4000 }));
	await redis.kill();
	const breaks = [breakNow(server)];
	await expect.poll(statuses, { timeout: 8000, interval: 200 }).toEqual([503, 503]);
	const goneFrom = Date.now();
	await wait(8000);
	expect(await statuses()).toEqual([503, 503]);
	const goneTo = Date.now();
	await redis.start();
	await expect.poll(statuses, { timeout: 15_000, interval: 200 }).toEqual([200, 200]);
	breaks.push(breakNow(server));

	const count = await load.count(60_000);
	const isNotice = (text: string): boolean => text.startsWith('⏰');
	const notices = () => alice.messages.filter(({ text }) => isNotice(text)).length;
	await expect.poll(notices, { timeout: 30_000, interval: 200 }).toBe(1);
	await wait(2000);
	expect(notices()).toBe(1);
	const meanwhile = load.asked.filter(({ at }) => at >= goneFrom && at < goneTo - SOON_MS);
	const slow = meanwhile.filter(({ at, answers: [first = Infinity] }) => first - at > SOON_MS);
	const others = load.others.filter((text) => !isNotice(text));
	report(`Redis gone for a while, ${meanwhile.length} asked then`, count, others);
	expect(meanwhile.length).toBeGreaterThan(10);
	expect(slow).toEqual([]);
	expect(count).toMatchObject({ asked: 120, unanswered: [] });
	expect(others).toEqual([]);
	expect(twiceForNothing(count, breaks)).toEqual([]);
	expect(replicas.every((bot) => bot.isAlive())).toBe(true);
});
