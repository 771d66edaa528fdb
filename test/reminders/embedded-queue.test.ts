import pino from 'pino';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { createEmbeddedQueue } from '../../src/reminders/embedded-queue.ts';
import type { ReminderQueue } from '../../src/reminders/queue.ts';
import { openLibsqlStore } from '../../src/storage/libsql/index.ts';
import type { Store } from '../../src/storage/store.ts';
import { reminder } from '../contract/reminders.ts';
import { temporaryFolder } from '../support/nokori.ts';
import { noteIn } from '../support/queue.ts';

const NOW = Date.UTC(2026, 10, 20, 1);
const ROUND_MS = 15_000;

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

type Given = { store?: Store; log?: (line: string) => void };

function setUp({ store = openLibsqlStore(temporaryFolder()), log }: Given = {}): {
	store: Store;
	queue: ReminderQueue;
} {
	const write = log ?? (() => undefined);
	const queue = createEmbeddedQueue({ store, log: pino({}, { write }), now: Date.now });
	onTestFinished(async () => {
		await queue.stop();
		await store.close();
	});
	return { store, queue };
}

/** Lets so much time pass, and everything happen that happens in it. */
async function pass(ms: number): Promise<void> {
	await vi.advanceTimersByTimeAsync(ms);
}

test('what is due already is delivered at the start, all of a person together, and once', async () => {
	const { store, queue } = setUp();
	const delivered: string[][] = [];
	await store.saveReminder(reminder('aaaaaaa1', { personId: 1, due: NOW - 2 }));
	await store.saveReminder(reminder('aaaaaaa2', { personId: 1, due: NOW - 1 }));
	await store.saveReminder(reminder('bbbbbbb1', { personId: 2, due: NOW }));
	queue.start(noteIn(delivered, store));
	await pass(10 * ROUND_MS);
	expect(delivered).toEqual([['aaaaaaa1', 'aaaaaaa2'], ['bbbbbbb1']]);
});

test('what becomes due is delivered within 15 seconds, and not before', async () => {
	const { store, queue } = setUp();
	const delivered: string[][] = [];
	queue.start(noteIn(delivered, store));
	const later = reminder('aaaaaaa1', { due: NOW + ROUND_MS + 1 });
	await store.saveReminder(later);
	await queue.schedule(later);
	await pass(ROUND_MS);
	expect(delivered).toEqual([]);
	await pass(ROUND_MS);
	expect(delivered).toEqual([['aaaaaaa1']]);
});

test('more than one batch comes in one round, a few people at a time', async () => {
	const { store, queue } = setUp();
	const all = Array.from({ length: 250 }, (_, n) => reminder(`r${n}`, { personId: n }));
	await Promise.all(all.map((one) => store.saveReminder(one)));
	let atOnce = 0;
	let most = 0;
	let delivered = 0;
	queue.start(async (due) => {
		most = Math.max(most, ++atOnce);
		await new Promise((resolve) => setTimeout(resolve, 10));
		await Promise.all(due.map(({ personId, id }) => store.removeReminder(personId, id)));
		delivered += due.length;
		atOnce--;
	});
	await pass(ROUND_MS - 1);
	expect(delivered).toBe(250);
	expect(most).toBe(5);
});

test('what could not be delivered is logged and comes again after a minute, the others at once', async () => {
	const lines: string[] = [];
	const { store, queue } = setUp({ log: (line) => void lines.push(line) });
	await store.saveReminder(reminder('aaaaaaa1', { personId: 1 }));
	await store.saveReminder(reminder('bbbbbbb1', { personId: 2 }));
	const tries: string[] = [];
	const delivered: string[][] = [];
	queue.start(async (due) => {
		tries.push(...due.map(({ id, tries: before }) => `${id} ${before}`));
		if (due[0]?.personId === 1 && due[0].tries < 2) {
			throw new Error('Telegram is away');
		}
		await noteIn(delivered, store)(due);
	});
	await pass(3 * 60_000);
	expect(tries).toEqual(['aaaaaaa1 0', 'bbbbbbb1 0', 'aaaaaaa1 1', 'aaaaaaa1 2']);
	expect(delivered).toEqual([['bbbbbbb1'], ['aaaaaaa1']]);
	expect(lines.filter((line) => line.includes('Telegram is away'))).toHaveLength(2);
});

test('a store that fails is asked again', async () => {
	const working = openLibsqlStore(temporaryFolder());
	let isGone = true;
	const claimReminders: Store['claimReminders'] = async (...given) => {
		if (isGone) {
			throw new Error('the disk is gone');
		}
		return working.claimReminders(...given);
	};
	const lines: string[] = [];
	const { store, queue } = setUp({ store: { ...working, claimReminders }, log: (line) => void lines.push(line) });
	await store.saveReminder(reminder('aaaaaaa1'));
	const delivered: string[][] = [];
	queue.start(noteIn(delivered, store));
	await pass(ROUND_MS);
	expect(lines.filter((line) => line.includes('the disk is gone'))).toHaveLength(2);
	isGone = false;
	await pass(ROUND_MS);
	expect(delivered).toEqual([['aaaaaaa1']]);
});

test('stopping waits for what is being delivered and begins nothing more', async () => {
	const { store, queue } = setUp();
	const all = Array.from({ length: 20 }, (_, n) => reminder(`r${n}`, { personId: n }));
	await Promise.all(all.map((one) => store.saveReminder(one)));
	let begun = 0;
	let finished = 0;
	queue.start(async () => {
		begun++;
		await new Promise((resolve) => setTimeout(resolve, 500));
		finished++;
	});
	await pass(100);
	const stopped = queue.stop();
	await pass(900);
	await stopped;
	expect([begun, finished]).toEqual([5, 5]);
	await pass(10 * ROUND_MS);
	expect(begun).toBe(5);
});

test('a queue that was never started can be stopped', async () => {
	await setUp().queue.stop();
});
