import type { Api } from 'grammy';
import type { Logger } from 'pino';
import { DAY_IN_MS } from '../dates/day.ts';
import type { ReminderQueue } from '../reminders/queue.ts';
import type { Deletion, Store } from '../storage/store.ts';
import { refusalOf } from './telegram-errors.ts';

const EVERY_MS = 15_000;
/** So long after somebody blocked the bot, everything about them is deleted. */
const BLOCKED_DAYS = 30;
/** The rest has time until the next round. */
const DELETIONS_PER_ROUND = 100;

type Parts = { api: Api; store: Store; queue: Pick<ReminderQueue, 'forget'>; now: () => number; log: Logger };

/** Until it is stopped, deletes answers whose time is over and forgets who blocked the bot a month ago. */
export function startHousekeeping(parts: Parts): { stop: () => Promise<void> } {
	let round = Promise.resolve();
	const timer = setInterval(() => {
		round = round.then(() => keepHouse(parts));
	}, EVERY_MS);
	return {
		stop: () => {
			clearInterval(timer);
			return round;
		},
	};
}

async function keepHouse({ log, ...parts }: Parts): Promise<void> {
	await deleteDue(parts).catch((error) => log.warn({ err: error }, 'answers were not deleted, trying again'));
	await forgetBlocked(parts).catch((error) => log.warn({ err: error }, 'people were not forgotten, trying again'));
}

/** Forgets who blocked the bot a month ago. */
export async function forgetBlocked({ store, queue, now }: Pick<Parts, 'store' | 'queue' | 'now'>): Promise<void> {
	const forgotten = await store.forgetBlocked(now() - BLOCKED_DAYS * DAY_IN_MS);
	await Promise.all(forgotten.map((personId) => queue.forget(personId)));
}

/**
 * Deletes the answers that are due. Those on which Telegram fails stay for the next round, and hold up no others.
 * @throws the first failure, after all were tried
 */
export async function deleteDue({ api, store, now }: Pick<Parts, 'api' | 'store' | 'now'>): Promise<void> {
	const failures: unknown[] = [];
	for (const deletion of await store.listDeletions(now(), DELETIONS_PER_ROUND)) {
		try {
			await deleteAll(api, deletion);
			await store.forgetDeletion(deletion);
		} catch (error) {
			failures.push(error);
		}
	}
	if (failures.length > 0) {
		throw failures[0];
	}
}

/** One by one: without the right to delete other people's messages, our own can still be deleted. */
async function deleteAll(api: Api, { chatId, messageIds }: Deletion): Promise<void> {
	for (const id of messageIds) {
		try {
			await api.deleteMessage(chatId, id);
		} catch (error) {
			// Already gone, not ours to delete, or the bot is no longer there: nothing that waiting would change.
			if (!['unsupported', 'forbidden', 'gone'].includes(refusalOf(error))) {
				throw error;
			}
		}
	}
}
