import type { Api } from 'grammy';
import type { Logger } from 'pino';
import type { Deletion, Store } from '../storage/store.ts';
import { refusalOf } from './telegram-errors.ts';

const EVERY_MS = 15_000;
/** At once; the rest has time until the next round. */
const MOST = 100;

type Parts = { api: Api; store: Store; now: () => number; log: Logger };

/** Deletes the answers that groups want deleted, when their time has come, until it is stopped. */
export function startDeletions(parts: Parts): { stop: () => Promise<void> } {
	let round = Promise.resolve();
	const timer = setInterval(() => {
		round = round
			.then(() => deleteDue(parts))
			.catch((error) => parts.log.warn({ err: error }, 'answers were not deleted, trying again'));
	}, EVERY_MS);
	return {
		stop: () => {
			clearInterval(timer);
			return round;
		},
	};
}

/** Deletes what is due now. What fails because of Telegram stays for the next round. */
export async function deleteDue({ api, store, now }: Omit<Parts, 'log'>): Promise<void> {
	for (const deletion of await store.listDeletions(now(), MOST)) {
		await deleteAll(api, deletion);
		await store.forgetDeletion(deletion);
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
