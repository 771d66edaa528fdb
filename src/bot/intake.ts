import { setTimeout as sleep } from 'node:timers/promises';
import type { Update } from 'grammy/types';
import type { Deps } from './deps.ts';
import type { Handler } from './polling/index.ts';

/** Takes an update that was brought. `busy` where another process has it in hand: then it is to be brought again. `isGone`: who brought it has hung up. */
export type Intake = (update: Update, isGone?: () => boolean) => Promise<'done' | 'busy'>;

/** A process that was frozen learns only after a while who has hung up meanwhile. */
const NEWS_MS = 100;

async function hasHungUp(isGone: () => boolean): Promise<boolean> {
	await sleep(NEWS_MS);
	return isGone();
}

/** Handles what a webhook brings, each update once, whichever of several processes it is brought to. */
export function createIntake(bot: Handler, { store, log, now }: Pick<Deps, 'store' | 'log' | 'now'>): Intake {
	return async (update, isGone = () => false) => {
		const id = update.update_id;
		if (!(await store.claimUpdate(id, now()))) {
			return (await store.isSeen(id)) ? 'done' : 'busy';
		}
		if (store.broken !== undefined && (await hasHungUp(isGone))) {
			// Nobody waits for this any more, and it cannot be told whether somebody else has answered it meanwhile.
			return 'busy';
		}
		try {
			await bot.handleUpdate(update);
		} catch (error) {
			// The bot's own boundary takes the errors of handlers, so this is a defect, or an update like no other.
			log.error({ err: error }, 'an update escaped the error boundary');
			await store.markSeen(id, now());
		}
		return 'done';
	};
}
