import type { Redis } from 'ioredis';
import { CLAIM_MS, type UpdateStore } from '../store.ts';
import { KEYS } from './keys.ts';

const KEPT_SECONDS = 48 * 60 * 60;

/** What stands under the number of an update: one key for both, so that nobody takes what was handled a moment ago. */
const IN_HAND = 'in hand';
const HANDLED = '';

/** The numbers of the updates that were handled; Redis itself forgets them after two days. */
export function createUpdates(redis: Redis): UpdateStore {
	return {
		isSeen: async (updateId) => (await redis.get(KEYS.seen(updateId))) === HANDLED,
		claimUpdate: async (updateId) => (await redis.set(KEYS.seen(updateId), IN_HAND, 'PX', CLAIM_MS, 'NX')) === 'OK',
		markSeen: async (updateId) => {
			await redis.set(KEYS.seen(updateId), HANDLED, 'EX', KEPT_SECONDS);
		},
	};
}
