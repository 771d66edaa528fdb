import { describe, expect, test } from 'vitest';
import { reminder } from '../contract/reminders.ts';
import { isMissing } from '../support/programs.ts';
import { delayOf, jobsOf, nextLine, noteIn, startChild, startLooking, startProcess } from '../support/queue.ts';
import { type RedisServer, startRedis, until } from '../support/redis.ts';

const MINUTE_IN_MS = 60_000;
/** By its own job, and not by the sweep that finds reminders without one. */
const SOON_MS = 5000;

/** A notice that came twice would have had a second job. */
async function untilNoJobs(server: RedisServer): Promise<void> {
	await until(async () => (await jobsOf(server)).length === 0);
}

describe.skipIf(isMissing('redis-server'))('with a redis-server', () => {
	test('a notice is delivered at its time, once, and leaves no job behind', async () => {
		const server = await startRedis();
		const one = await startProcess(server);
		const delivered: string[][] = [];
		await startLooking(one, noteIn(delivered, one.store));
		const due = Date.now() + 300;
		let at = 0;
		await one.save(reminder('aaaaaaa1', { personId: 1, due }));
		await until(() => {
			at = Date.now();
			return delivered.length > 0;
		});
		expect(at).toBeGreaterThanOrEqual(due);
		expect(at - due).toBeLessThan(SOON_MS);
		await untilNoJobs(server);
		expect(delivered).toEqual([['aaaaaaa1']]);
	});

	test('planned twice it is one job, planned anew the old one goes, removed it is gone', async () => {
		const server = await startRedis();
		const { queue } = await startProcess(server);
		const due = Date.now() + MINUTE_IN_MS;
		const first = reminder('aaaaaaa1', { personId: 1, due });
		await queue.schedule(first);
		await queue.schedule(first);
		const [job] = await jobsOf(server);
		expect(await jobsOf(server)).toEqual([job]);
		await queue.schedule({ ...first, due: due + 1 });
		expect(await jobsOf(server)).toHaveLength(1);
		expect(await jobsOf(server)).not.toEqual([job]);
		const { due: _none, ...over } = first;
		await queue.schedule(over);
		expect(await jobsOf(server)).toEqual([]);
	});

	test('several that are late come together, those of others apart', async () => {
		const server = await startRedis();
		const one = await startProcess(server);
		const late = Date.now() - MINUTE_IN_MS;
		for (const [id, personId, due] of [
			['aaaaaaa1', 1, late],
			['aaaaaaa2', 1, late + 1],
			['bbbbbbb1', 2, late + 2],
			['aaaaaaa3', 1, late + 3],
		] as const) {
			await one.save(reminder(id, { personId, due }));
		}
		const delivered: string[][] = [];
		one.queue.start(noteIn(delivered, one.store));
		await until(() => delivered.length === 2);
		await untilNoJobs(server);
		expect(delivered.sort()).toEqual([['aaaaaaa1', 'aaaaaaa2', 'aaaaaaa3'], ['bbbbbbb1']]);
	});

	test('the next notice is planned while the last one is delivered', async () => {
		const server = await startRedis();
		const one = await startProcess(server);
		const delivered: number[] = [];
		await startLooking(one, async ([due]) => {
			delivered.push(due?.due ?? 0);
			if (delivered.length < 3) {
				await one.save(reminder('aaaaaaa1', { personId: 1, due: Date.now() + 50 }));
			} else {
				await one.store.removeReminder(1, 'aaaaaaa1');
			}
		});
		await one.save(reminder('aaaaaaa1', { personId: 1, due: Date.now() + 50 }));
		await until(() => delivered.length === 3);
		await untilNoJobs(server);
		expect(delivered).toHaveLength(3);
		expect(new Set(delivered).size).toBe(3);
	});

	test('two processes on one Redis deliver 100 notices once each', async () => {
		const server = await startRedis();
		const [one, other] = [await startProcess(server), await startProcess(server)];
		const [byOne, byOther]: [string[][], string[][]] = [[], []];
		await startLooking(one, noteIn(byOne, one.store));
		await startLooking(other, noteIn(byOther, other.store));
		const all = Array.from({ length: 100 }, (_, n) =>
			reminder(`r${n}`, { personId: n, due: Date.now() + 200 + (n % 7) }),
		);
		await Promise.all(all.map((each) => one.save(each)));
		await until(() => byOne.length + byOther.length >= 100);
		await untilNoJobs(server);
		expect([...byOne, ...byOther].flat().sort()).toEqual(all.map(({ id }) => id).sort());
		expect(Math.min(byOne.length, byOther.length)).toBeGreaterThan(0);
	});

	test('what a killed process had in hand is taken over by another', async () => {
		const server = await startRedis();
		let shift = 0;
		const other = await startProcess(server, { now: () => Date.now() + shift });
		const killed = await startChild(server);
		await other.save(reminder('aaaaaaa1', { personId: 1, due: Date.now() + 200 }));
		expect(await nextLine(killed)).toBe('aaaaaaa1');
		const delivered: string[][] = [];
		await startLooking(other, noteIn(delivered, other.store));
		// Its claim is over; that it is dead, the queue finds out by itself.
		shift = MINUTE_IN_MS;
		killed.kill('SIGKILL');
		await until(() => delivered.length > 0);
		await untilNoJobs(server);
		expect(delivered).toEqual([['aaaaaaa1']]);
	});

	test('what could not be delivered is logged, and waits for its claim to be over', async () => {
		const server = await startRedis();
		const lines: string[] = [];
		const one = await startProcess(server, { log: (line) => void lines.push(line) });
		await startLooking(one, async () => {
			throw new Error('Telegram is away');
		});
		const due = Date.now() + 50;
		await one.save(reminder('aaaaaaa1', { personId: 1, due }));
		await until(() => lines.some((line) => line.includes('Telegram is away')));
		const [job = ''] = await jobsOf(server);
		await until(async () => (await delayOf(server, job)) > MINUTE_IN_MS - 5000);
		expect(await one.store.claimReminders(due + 2 * MINUTE_IN_MS, 1)).toMatchObject([{ id: 'aaaaaaa1', tries: 1 }]);
	});

	test('a notice without a job is found at the next start', async () => {
		const one = await startProcess(await startRedis());
		await one.store.saveReminder(reminder('aaaaaaa1', { personId: 1, due: Date.now() }));
		const delivered: string[][] = [];
		one.queue.start(noteIn(delivered, one.store));
		await until(() => delivered.length === 1);
	});
});
