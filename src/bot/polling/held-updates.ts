import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import type { UpdateStore } from '../../storage/store.ts';

/** Updates that Telegram will not bring again though they are not finished: the store has them until they are. */
export type HeldUpdates = {
	/** Those of an earlier process. */
	list: () => Promise<Update[]>;
	/** @returns whether they are kept now */
	hold: (updates: readonly Update[]) => Promise<boolean>;
	/** Forgets an update that is finished. */
	release: (updateId: number) => Promise<void>;
};

type Options = Pick<UpdateStore, 'holdUpdates' | 'listHeldUpdates' | 'releaseUpdate'>;

export function createHeldUpdates(store: Options, log: Logger): HeldUpdates {
	const ids = new Set<number>();
	return {
		list: async () => {
			const held = await store.listHeldUpdates();
			held.forEach(({ id }) => void ids.add(id));
			return held.map(({ id, body }) => parseUpdate(id, body));
		},
		hold: async (updates) => {
			try {
				await store.holdUpdates(updates.map((update) => ({ id: update.update_id, body: JSON.stringify(update) })));
			} catch (error) {
				log.warn({ err: error, updates: updates.length }, 'slow updates cannot be noted, those behind them wait');
				return false;
			}
			updates.forEach(({ update_id }) => void ids.add(update_id));
			return true;
		},
		release: async (updateId) => {
			if (ids.delete(updateId)) {
				await store
					.releaseUpdate(updateId)
					.catch((error) => log.warn({ err: error }, 'a finished update is still noted'));
			}
		},
	};
}

/** What cannot be read any more is handed on by its number alone, which is told as malformed, and released. */
function parseUpdate(id: number, body: string): Update {
	try {
		return { ...(JSON.parse(body) as Update), update_id: id };
	} catch {
		return { update_id: id };
	}
}
