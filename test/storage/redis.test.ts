import { Redis } from 'ioredis';
import pino from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { StoreError } from '../../src/errors.ts';
import { openRedis, openRedisStore } from '../../src/storage/redis/index.ts';
import type { Store } from '../../src/storage/store.ts';
import { reminder } from '../contract/reminders.ts';
import { describeStore } from '../contract/store.ts';
import { isMissing } from '../support/programs.ts';
import { fails, isBack, type RedisServer, startRedis, until } from '../support/redis.ts';

const NOW = Date.UTC(2026, 10, 20, 1);

async function openStore({ url }: RedisServer): Promise<Store> {
	const store = await openRedisStore(url);
	onTestFinished(() => store.close());
	return store;
}

async function openClient({ url }: RedisServer): Promise<Redis> {
	const redis = new Redis(url);
	onTestFinished(() => redis.disconnect());
	return redis;
}

describe.skipIf(isMissing('redis-server'))('with a redis-server', () => {
	describeStore('the Redis store', async () => {
		const server = await startRedis();
		return { store: await openStore(server), reopen: () => openStore(server) };
	});

	test('all keys lie below one word', async () => {
		const server = await startRedis();
		const { store, coordination } = await openRedis(server.url);
		onTestFinished(() => store.close());
		await store.changePerson(1, { locale: 'ja' });
		await store.changeGroup(-1, { short: true });
		await store.addDeletion({ chatId: 1, messageIds: [1], due: NOW });
		await store.saveReminder(reminder('aaaaaaa1'));
		await store.claimReminders(NOW, 1);
		await store.vote('renew/povo', 1, '2026-11', 'good');
		await store.markSeen(1, NOW);
		await store.countUnanswered('guthaben', '2026-11-20');
		await store.markBlocked(1, NOW);
		await store.claimUpdate(2, NOW);
		await coordination.counter?.incr('person1');
		const redis = await openClient(server);
		let keys: string[] = [];
		await coordination.withLock('1:2', async () => {
			keys = await redis.keys('*');
		});
		expect(keys).toHaveLength(15);
		expect(keys.filter((key) => !key.startsWith('nokori:'))).toEqual([]);
	});

	test('forgetting everybody leaves nothing with a number of theirs', async () => {
		const server = await startRedis();
		const store = await openStore(server);
		await store.changePerson(7, { locale: 'ja' });
		await store.saveReminder(reminder('aaaaaaa1', { personId: 7 }));
		await store.claimReminders(NOW, 1);
		await store.vote('renew/povo', 7, '2026-11', 'good');
		await store.markBlocked(7, NOW);
		await store.forgetPerson(7);
		expect(await (await openClient(server)).keys('*')).toEqual(['nokori:votes']);
	});

	test('updates are forgotten after two days, and who voted after two months', async () => {
		const server = await startRedis();
		const store = await openStore(server);
		await store.markSeen(1, NOW);
		await store.vote('renew/povo', 1, '2026-11', 'good');
		const redis = await openClient(server);
		expect(await redis.ttl('nokori:seen:1')).toBeGreaterThan(48 * 3600 - 60);
		expect(await redis.ttl('nokori:seen:1')).toBeLessThanOrEqual(48 * 3600);
		expect(await redis.ttl('nokori:voted:1')).toBeLessThanOrEqual(62 * 24 * 3600);
	});

	test('what one process has in hand nobody else gets, for half a minute or until it was handled', async () => {
		const server = await startRedis();
		const [store, other] = [await openStore(server), await openStore(server)];
		expect(await store.claimUpdate(1, NOW)).toBe(true);
		expect(await other.claimUpdate(1, NOW)).toBe(false);
		const redis = await openClient(server);
		expect(await redis.pttl('nokori:seen:1')).toBeGreaterThan(25_000);
		expect(await redis.pttl('nokori:seen:1')).toBeLessThanOrEqual(30_000);
		// The half minute is over.
		await redis.pexpire('nokori:seen:1', 0);
		expect(await other.claimUpdate(1, NOW)).toBe(true);
		await other.markSeen(1, NOW);
		expect(await redis.ttl('nokori:seen:1')).toBeGreaterThan(47 * 3600);
		expect(await store.claimUpdate(1, NOW)).toBe(false);
	});

	test('who votes every month is not remembered for longer than the month before', async () => {
		const store = await openStore(await startRedis());
		for (const month of ['2026-10', '2026-11', '2026-12', '2027-01']) {
			await store.vote('renew/povo', 1, month, 'good');
		}
		expect((await store.exportPerson(1)).votes).toEqual(['renew/povo 2026-12', 'renew/povo 2027-01']);
	});

	test('a vote from before it was noted which one stays counted, and nothing is added to it', async () => {
		const server = await startRedis();
		const redis = await openClient(server);
		await redis.hset('nokori:voted:1', '2026-11 renew/povo', '');
		await redis.hset('nokori:votes', 'good renew/povo', 1);
		const store = await openStore(server);
		expect(await store.vote('renew/povo', 1, '2026-11', 'links')).toBe('same');
		expect(await store.vote('renew/povo', 1, '2026-11', 'good')).toBe('same');
		expect(await store.vote('renew/povo', 2, '2026-11', 'links')).toBe('counted');
		expect(await store.vote('renew/povo', 1, '2026-12', 'links')).toBe('counted');
		expect(await store.vote('renew/povo', 1, '2026-12', 'steps')).toBe('replaced');
		expect(await store.listVotes()).toEqual([{ answer: 'renew/povo', good: 1, steps: 1, links: 1, numbers: 0 }]);
		expect((await store.exportPerson(1)).votes).toEqual(['renew/povo 2026-11', 'renew/povo 2026-12']);
	});

	test('no count falls below none', async () => {
		const server = await startRedis();
		const store = await openStore(server);
		await store.vote('renew/povo', 1, '2026-11', 'good');
		await (await openClient(server)).del('nokori:votes');
		expect(await store.vote('renew/povo', 1, '2026-11', 'links')).toBe('replaced');
		expect(await store.listVotes()).toEqual([{ answer: 'renew/povo', good: 0, steps: 0, links: 1, numbers: 0 }]);
	});

	test('what was not understood is forgotten after 90 days', async () => {
		const store = await openStore(await startRedis());
		await store.countUnanswered('guthaben', '2026-08-22');
		await store.countUnanswered('saldo', '2026-08-21');
		await store.countUnanswered('neu', '2026-11-20');
		expect((await store.listUnanswered(1)).map(({ text }) => text)).toEqual(['guthaben', 'neu']);
	});

	test('only the reminders of one person are taken where only theirs are wanted', async () => {
		const store = await openStore(await startRedis());
		await store.saveReminder(reminder('aaaaaaa1', { personId: 1 }));
		await store.saveReminder(reminder('aaaaaaa2', { personId: 1 }));
		await store.saveReminder(reminder('aaaaaaa3', { personId: 1, due: NOW + 1 }));
		await store.saveReminder(reminder('bbbbbbb1', { personId: 2 }));
		expect((await store.claimReminders(NOW, 1, 1)).map(({ id }) => id)).toEqual(['aaaaaaa1', 'aaaaaaa2']);
		expect(await store.claimReminders(NOW, 1, 1)).toEqual([]);
		expect((await store.claimReminders(NOW, 9)).map(({ id }) => id)).toEqual(['bbbbbbb1']);
	});

	test('where no server answers, opening says which address and what to do, without the password', async () => {
		const server = await startRedis();
		await server.kill();
		const url = server.url.replace('//', '//user:secret@');
		const opening = openRedisStore(url);
		await expect(opening).rejects.toThrow(`REDIS_URL is "${server.url}"`);
		await expect(opening).rejects.toThrow('(ECONNREFUSED): start Redis');
		await expect(opening).rejects.not.toThrow('secret');
	});

	test('a server that refuses the password is told as such', async () => {
		const server = await startRedis();
		await (await openClient(server)).config('SET', 'requirepass', 'right');
		await expect(openRedisStore(server.url.replace('//', '//:wrong@'))).rejects.toThrow(/WRONGPASS|NOAUTH/);
	});

	test('the log says once that the server is gone, and once that it is back', async () => {
		const server = await startRedis();
		const messages: string[] = [];
		const log = pino({ base: null }, { write: (line) => void messages.push(JSON.parse(line).msg) });
		const store = await openRedisStore(server.url, { log });
		onTestFinished(() => store.close());
		await server.kill();
		await until(() => messages.length > 0);
		await fails(store.readPerson(1));
		await server.start();
		await until(() => isBack(store));
		expect(messages).toEqual(['Redis is gone, trying again', 'Redis is back']);
	});

	test('a server that is full refuses changes with its own words, and still reads and forgets', async () => {
		const server = await startRedis();
		const store = await openStore(server);
		await store.changePerson(1, { locale: 'ja' });
		await (await openClient(server)).config('SET', 'maxmemory', '1');
		await expect(store.changePerson(1, { locale: 'en' })).rejects.toThrow('OOM');
		await expect(store.saveReminder(reminder('aaaaaaa1'))).rejects.toThrow(StoreError);
		expect(await store.readPerson(1)).toEqual({ locale: 'ja' });
		await store.forgetPerson(1);
		expect(await store.readPerson(1)).toEqual({});
	});
});
