import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createBotApiServer } from '../../src/bot-api-server/index.ts';
import { startBot, WEBHOOK } from '../support/bot-process.ts';
import { openDoor } from '../support/door.ts';
import { breakNow, report, startLoad, twiceForNothing } from '../support/load.ts';
import { startRedis, until } from '../support/redis.ts';

test('of three replicas one is killed and one frozen for ten seconds: all is answered, only what was in flight twice', async () => {
	const server = await createBotApiServer({ confirmTimeoutMs: 140_000 });
	onTestFinished(() => server.close());
	// So that there is nearly always something in hand.
	server.faults.latency(200, 'sendMessage');
	const env = { REDIS_URL: (await startRedis()).url, ...WEBHOOK };
	const [one, two, three] = await Promise.all([startBot(server, env), startBot(server, env), startBot(server, env)]);
	const door = await openDoor([one.hook, two.hook, three.hook]);
	server.deliverTo(door.url);
	const load = startLoad(server, { spread: 20_000 });
	await wait(3000);
	await until(() => door.inHand(one.hook) > 0);
	await one.kill();
	const breaks = [breakNow(server)];
	await wait(2000);
	await until(() => door.inHand(two.hook) > 0);
	two.freeze();
	breaks.push(breakNow(server));
	await wait(10_000);
	two.thaw();
	breaks.push(breakNow(server));
	const count = await load.count(90_000);
	report('three replicas, one killed and one frozen', count, load.others);
	expect(count.asked).toBe(120);
	expect(count.unanswered).toEqual([]);
	expect(twiceForNothing(count, breaks)).toEqual([]);
	expect(count.most).toBeLessThanOrEqual(2);
	expect(load.others).toEqual([]);
	// The door met the dead one and the frozen one.
	expect(door.statuses.get(502)).toBeGreaterThan(0);
	expect([two.isAlive(), three.isAlive()]).toEqual([true, true]);
	expect(server.world.violations).toEqual([]);
});

test('a replica that froze while it waited for Redis does not answer again what another answered meanwhile', async () => {
	const server = await createBotApiServer({ confirmTimeoutMs: 140_000 });
	onTestFinished(() => server.close());
	const redis = await startRedis();
	const env = { REDIS_URL: redis.url, ...WEBHOOK };
	const [one, two] = await Promise.all([startBot(server, env), startBot(server, env)]);
	const replicas = [two.hook];
	const door = await openDoor(replicas);
	server.deliverTo(door.url);
	const alice = server.person({ name: 'Alice', language: 'en' });
	redis.freeze();
	const asked = alice.sends('/balance povo');
	await until(() => door.inHand(two.hook) > 0);
	// Time enough to get to the question to Redis that stays open.
	await wait(300);
	two.freeze();
	redis.thaw();
	replicas.push(one.hook);
	const load = startLoad(server, { people: 10, each: 3, spread: 6000 });
	await wait(8000);
	two.thaw();
	const count = await load.count(60_000);
	await asked;
	report('a replica frozen while it waited for Redis', count);
	expect(count).toMatchObject({ asked: 30, unanswered: [], twice: [] });
	// Alice's question was on its way through the frozen one.
	const answers = alice.messages.filter(({ text }) => text.startsWith('📌 povo2.0')).length;
	expect([1, 2]).toContain(answers);
});
