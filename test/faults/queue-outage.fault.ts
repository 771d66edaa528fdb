import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { StoreError } from '../../src/errors.ts';
import { reminder } from '../contract/reminders.ts';
import { isMissing } from '../support/programs.ts';
import { jobsOf, noteIn, startLooking, startProcess } from '../support/queue.ts';
import { startRedis, took, until } from '../support/redis.ts';

describe.skipIf(isMissing('redis-server'))('with a redis-server', () => {
	test('with Redis gone in the middle planning fails at once, and when it is back all is delivered once', async () => {
		const server = await startRedis();
		const lines: string[] = [];
		const one = await startProcess(server, { log: (line) => void lines.push(line) });
		const delivered: string[][] = [];
		await startLooking(one, noteIn(delivered, one.store));
		const due = Date.now() + 500;
		await one.save(reminder('aaaaaaa1', { personId: 1, due }));
		await server.kill();
		const planning = () => expect(one.queue.schedule(reminder('bbbbbbb1'))).rejects.toThrow(StoreError);
		// A command that is under way when the connection breaks is logged; this is about those that come later.
		await wait(50);
		expect(await took(planning)).toBeLessThan(200);
		await until(() => Date.now() > due);
		await server.start();
		await until(() => delivered.length > 0);
		await until(() =>
			one.save(reminder('bbbbbbb1', { personId: 2, due: Date.now() + 50 })).then(
				() => true,
				() => false,
			),
		);
		await until(() => delivered.length > 1);
		await until(async () => (await jobsOf(server)).length === 0);
		expect(delivered).toEqual([['aaaaaaa1'], ['bbbbbbb1']]);
		expect(lines).toEqual([]);
	});

	test('a notice comes within half a second of its time', async () => {
		const one = await startProcess(await startRedis());
		let at = 0;
		await startLooking(one, async () => {
			at = at || Date.now();
			await one.store.removeReminder(1, 'aaaaaaa1');
		});
		const due = Date.now() + 300;
		await one.save(reminder('aaaaaaa1', { personId: 1, due }));
		await until(() => at > 0);
		expect(at).toBeGreaterThanOrEqual(due);
		expect(at - due).toBeLessThan(500);
	});

	test('stopping takes less than a second, never started or idle', async () => {
		const server = await startRedis();
		const [unused, idle] = [await startProcess(server), await startProcess(server)];
		await startLooking(idle, async () => undefined);
		for (const { queue } of [unused, idle]) {
			expect(await took(() => queue.stop())).toBeLessThan(1000);
		}
	});

	test('stopping waits for what is being delivered', async () => {
		const one = await startProcess(await startRedis());
		const ends: string[] = [];
		await startLooking(one, async () => {
			ends.push('begun');
			await wait(300);
			await one.store.removeReminder(1, 'aaaaaaa1');
			ends.push('finished');
		});
		await one.save(reminder('aaaaaaa1', { personId: 1, due: Date.now() }));
		await until(() => ends.length > 0);
		expect(await took(() => one.queue.stop())).toBeLessThan(1000);
		expect(ends).toEqual(['begun', 'finished']);
	});

	test('stopping while Redis is gone takes less than a second too', async () => {
		const server = await startRedis();
		const one = await startProcess(server);
		await startLooking(one, async () => undefined);
		await server.kill();
		expect(await took(() => one.queue.stop())).toBeLessThan(1000);
	});
});
