import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openRedisStore } from '../../src/storage/redis/index.ts';
import type { Store } from '../../src/storage/store.ts';
import { reminder } from '../contract/reminders.ts';
import { LOCK, openTwo } from '../support/locks.ts';
import { isMissing } from '../support/programs.ts';
import { fails, isBack, type RedisServer, startRedis, took, until } from '../support/redis.ts';

const NOW = Date.UTC(2026, 10, 20, 1);

async function openStore({ url }: RedisServer): Promise<Store> {
	const store = await openRedisStore(url);
	onTestFinished(() => store.close());
	return store;
}

describe.skipIf(isMissing('redis-server'))('a store whose redis-server fails', () => {
	test('while the server is gone everything fails at once, and works again by itself with all that was kept', async () => {
		const server = await startRedis();
		const store = await openStore(server);
		await store.changePerson(1, { locale: 'ja' });
		await store.saveReminder(reminder('aaaaaaa1'));
		await server.kill();
		await fails(store.readPerson(1));
		expect(await took(() => fails(store.readPerson(1)))).toBeLessThan(100);
		expect(await took(() => fails(store.changePerson(1, { locale: 'en' })))).toBeLessThan(100);
		expect(await took(() => fails(store.claimReminders(NOW, 1)))).toBeLessThan(100);
		await server.start();
		await until(() => isBack(store));
		expect(await store.readPerson(1)).toEqual({ locale: 'ja' });
		expect(await store.claimReminders(NOW, 1)).toHaveLength(1);
	});

	test('while the server hangs everything fails within seconds, and works again when it goes on', async () => {
		const server = await startRedis();
		const store = await openStore(server);
		server.freeze();
		expect(await took(() => fails(store.readPerson(1)))).toBeLessThan(3000);
		server.thaw();
		await until(() => isBack(store));
	});

	test('a store of a server that is gone can be closed', async () => {
		const server = await startRedis();
		const store = await openStore(server);
		await server.kill();
		expect(await took(() => store.close())).toBeLessThan(1000);
	});
});

describe.skipIf(isMissing('redis-server'))('locks whose redis-server fails', () => {
	test('while the server is gone everything is done at once', async () => {
		const server = await startRedis();
		const { locks, steps, doing } = await openTwo(server);
		await server.kill();
		expect(await took(() => locks[0]('5:1', doing('one', 1)))).toBeLessThan(500);
		expect(await took(() => locks[0]('5:1', doing('again', 1)))).toBeLessThan(500);
		expect(steps).toHaveLength(4);
	});

	test('a server that goes while somebody waits for a lock ends the waiting', async () => {
		const server = await startRedis();
		const { locks, redis, steps, doing } = await openTwo(server);
		await redis.set(LOCK, 'somebody else');
		const waiting = locks[0]('5:1', doing('one', 1));
		await wait(100);
		expect(steps).toEqual([]);
		await server.kill();
		expect(await took(() => waiting)).toBeLessThan(2000);
		expect(steps).toHaveLength(2);
	});
});
