import { setTimeout as sleep } from 'node:timers/promises';
import type { Update } from 'grammy/types';
import { UPDATE_LEASE_MS } from '../storage/store.ts';
import { createThrottle } from '../throttle.ts';
import type { Deps } from './deps.ts';
import { malformedPart } from './updates.ts';

/** `busy`: another process has the update in hand, so it is to be delivered again. */
export type Handled = 'done' | 'busy';
/** @param isGone whether the sender has hung up, and nobody waits for the answer any more */
export type HandleOnce = (update: Update, isGone?: () => boolean) => Promise<Handled>;

type Options = {
	/** Whether several processes may be handed the same update at a time. Then each claims it first. */
	isShared: boolean;
};

/**
 * Handles each update once, though Telegram delivers again what was not confirmed, and a webhook to any of several
 * processes. An update is marked after it was handled: a killed process loses nothing, and answers twice at most what
 * it had in hand.
 */
export function createHandleOnce(
	bot: { handleUpdate: (update: Update) => Promise<void> },
	{ store, log, now }: Pick<Deps, 'store' | 'log' | 'now'>,
	{ isShared }: Options,
): HandleOnce {
	const throttle = createThrottle();
	const isInHandElsewhere = async (id: number, isGone: () => boolean): Promise<Handled | undefined> => {
		if (!isShared) {
			return (await store.isSeen(id)) ? 'done' : undefined;
		}
		if (!(await store.claimUpdate(id, now()))) {
			return (await store.isSeen(id)) ? 'done' : 'busy';
		}
		// Without a store nobody can tell whether another process has answered it meanwhile.
		return store.broken !== undefined && (await hasHungUp(isGone)) ? 'busy' : undefined;
	};
	const renew = (id: number): void => void store.renewUpdate(id, now()).catch(() => undefined);
	return async (update, isGone = () => false) => {
		const malformed = malformedPart(update);
		if (malformed !== undefined) {
			// Telegram would bring it again for a day, and nothing would get better.
			throttle(() => log.warn({ malformed }, 'an update without the right shape was ignored'));
			return 'done';
		}
		const elsewhere = await isInHandElsewhere(update.update_id, isGone);
		if (elsewhere) {
			return elsewhere;
		}
		// An answer may have to wait for minutes, and nobody else should take it up meanwhile.
		const renewal = isShared ? setInterval(renew, UPDATE_LEASE_MS / 3, update.update_id) : undefined;
		try {
			await bot.handleUpdate(update);
		} catch (error) {
			// The bot's own boundary takes the errors of handlers, so this is a defect, or an update like no other.
			log.error({ err: error }, 'an update escaped the error boundary');
		} finally {
			clearInterval(renewal);
		}
		await store.markSeen(update.update_id, now());
		return 'done';
	};
}

/** A process that was frozen learns only after a moment which of its connections were closed meanwhile. */
const WAKE_UP_MS = 100;

async function hasHungUp(isGone: () => boolean): Promise<boolean> {
	await sleep(WAKE_UP_MS);
	return isGone();
}
