import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import pino from 'pino';
import { expect, onTestFinished } from 'vitest';
import { openBullmqQueue } from '../../src/reminders/bullmq-queue.ts';
import type { OnDue, ReminderQueue } from '../../src/reminders/queue.ts';
import { openRedisStore } from '../../src/storage/redis/index.ts';
import type { Reminder } from '../../src/storage/reminder.ts';
import type { Store } from '../../src/storage/store.ts';
import { type RedisServer, until } from './redis.ts';

const CHILD = join(import.meta.dirname, 'killed-queue.mjs');

export type Process = {
	store: Store;
	queue: ReminderQueue;
	save: (reminder: Reminder) => Promise<void>;
	/** How often the queue has asked the store what is due. */
	looks: () => number;
};
type Given = { now?: () => number; log?: (line: string) => void };

/** A store and a queue, as each process has them. Redis waits by the real clock, so these tests do too. */
export async function startProcess({ url }: RedisServer, { now = Date.now, log }: Given = {}): Promise<Process> {
	const write = log ?? (() => undefined);
	const store = await openRedisStore(url);
	let looks = 0;
	const claimReminders: Store['claimReminders'] = async (...given) => {
		const due = await store.claimReminders(...given);
		looks += 1;
		return due;
	};
	const watched = { ...store, claimReminders };
	const queue = await openBullmqQueue({ url, store: watched, log: pino({}, { write }), now, lockMs: 500 });
	onTestFinished(async () => {
		await queue.stop();
		await store.close();
	});
	const save = async (one: Reminder): Promise<void> => {
		await store.saveReminder(one);
		await queue.schedule(one);
	};
	return { store, queue, save, looks: () => looks };
}

/** Notes what was delivered, as ids, and keeps that it was. */
export function noteIn(delivered: string[][], store: Store): OnDue {
	return async (due) => {
		delivered.push(due.map(({ id }) => id));
		await Promise.all(due.map(({ personId, id }) => store.removeReminder(personId, id)));
	};
}

/** The ids of all jobs that there are. */
export async function jobsOf({ url }: RedisServer): Promise<string[]> {
	const redis = new Redis(url);
	const keys = await redis.keys('nokori:bull:notices:notice-*');
	redis.disconnect();
	return keys.map((key) => key.slice('nokori:bull:notices:'.length)).sort();
}

/** Past its first look at the store, so that only a job can wake it. */
export async function startLooking({ queue, looks }: Process, deliver: OnDue): Promise<void> {
	queue.start(deliver);
	await until(() => looks() > 0);
}

/** When a waiting job wakes, in milliseconds from now. */
export async function delayOf({ url }: RedisServer, job: string): Promise<number> {
	const redis = new Redis(url);
	const score = Number(await redis.zscore('nokori:bull:notices:delayed', job));
	redis.disconnect();
	// The lowest twelve bits keep the order of what wakes in the same millisecond.
	return score / 2 ** 12 - Date.now();
}

/** A process of its own, which never finishes what it has in hand. */
export async function startChild({ url }: RedisServer): Promise<ChildProcess> {
	const child = spawn(process.execPath, [CHILD, url], { stdio: ['ignore', 'pipe', 'inherit'] });
	onTestFinished(() => void child.kill('SIGKILL'));
	expect(await nextLine(child)).toBe('ready');
	return child;
}

/** What a process says next. */
export async function nextLine({ stdout }: ChildProcess): Promise<string> {
	const [line] = stdout ? await once(stdout, 'data') : [];
	return String(line).trim();
}
