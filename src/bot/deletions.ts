import type { Api } from 'grammy';
import type { Deletion, Store } from '../storage/store.ts';
import { refusalOf } from './telegram-errors.ts';

/** At once; the rest has time until the next round. */
const MOST = 100;

type Parts = { api: Api; store: Store; now: () => number };

/** Deletes what is due now. What fails because of Telegram stays for the next round. */
export async function deleteDue({ api, store, now }: Parts): Promise<void> {
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
