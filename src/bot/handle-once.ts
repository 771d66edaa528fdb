import type { Update } from 'grammy/types';
import type { Deps } from './deps.ts';

/** `busy`: another process has the update in hand, so it is to be delivered again. */
export type Handled = 'done' | 'busy';
export type HandleOnce = (update: Update) => Promise<Handled>;

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
	return async (update) => {
		const id = update.update_id;
		if (isShared && !(await store.claimUpdate(id, now()))) {
			return (await store.isSeen(id)) ? 'done' : 'busy';
		}
		if (!isShared && (await store.isSeen(id))) {
			return 'done';
		}
		try {
			await bot.handleUpdate(update);
		} catch (error) {
			// The bot's own boundary takes the errors of handlers, so this is a defect, or an update like no other.
			log.error({ err: error }, 'an update escaped the error boundary');
		}
		await store.markSeen(id, now());
		return 'done';
	};
}
