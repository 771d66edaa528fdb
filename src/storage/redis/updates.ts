import type { Redis } from 'ioredis';
import type { UpdateStore } from '../store.ts';
import { KEYS } from './keys.ts';

const KEPT_SECONDS = 48 * 60 * 60;

/** The numbers of the updates that were handled; Redis itself forgets them after two days. */
export function createUpdates(redis: Redis): UpdateStore {
	return {
		isSeen: async (updateId) => (await redis.exists(KEYS.seen(updateId))) === 1,
		markSeen: async (updateId) => {
			await redis.set(KEYS.seen(updateId), '', 'EX', KEPT_SECONDS);
		},
	};
}
