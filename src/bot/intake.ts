import type { Update } from 'grammy/types';
import type { Deps } from './deps.ts';
import type { Handler } from './polling/index.ts';

/** Takes an update that was brought. `busy` where another process has it in hand: then it is to be brought again. */
export type Intake = (update: Update) => Promise<'done' | 'busy'>;

/** Handles what a webhook brings, each update once, whichever of several processes it is brought to. */
export function createIntake(bot: Handler, { store, log, now }: Pick<Deps, 'store' | 'log' | 'now'>): Intake {
	return async (update) => {
		const id = update.update_id;
		if (!(await store.claimUpdate(id, now()))) {
			return (await store.isSeen(id)) ? 'done' : 'busy';
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
