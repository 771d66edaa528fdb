import { StoreError } from '../errors.ts';
import { readGroupSettings } from './settings.ts';
import type { Store } from './store.ts';

/**
 * A store that keeps nothing, so that questions are still answered where nothing can be remembered. Reading gives the
 * defaults; what nobody asked for by themselves is not done; what a person asks to have changed is refused.
 * @param reason the sentence that says why, and what to do
 */
export function createNoStore(reason: string): Store {
	const refuse = async (): Promise<never> => {
		throw new StoreError(reason);
	};
	const ignore = async (): Promise<void> => undefined;
	return {
		broken: reason,
		readPerson: async () => ({}),
		changePerson: refuse,
		readGroup: async () => readGroupSettings(undefined),
		changeGroup: refuse,
		moveGroup: ignore,
		addDeletion: refuse,
		listDeletions: async () => [],
		forgetDeletion: ignore,
		saveReminder: refuse,
		listReminders: async () => [],
		removeReminder: refuse,
		claimReminders: async () => [],
		vote: refuse,
		listVotes: async () => [],
		isSeen: async () => false,
		claimUpdate: async () => true,
		markSeen: ignore,
		countUnanswered: ignore,
		listUnanswered: async () => [],
		exportPerson: async () => ({ settings: {}, reminders: [], votes: [] }),
		// Not ignored: in the file that was set aside there may be something of them.
		forgetPerson: refuse,
		markBlocked: ignore,
		forgetBlocked: async () => 0,
		close: ignore,
	};
}
