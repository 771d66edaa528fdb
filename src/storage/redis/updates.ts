import type { Redis } from 'ioredis';
import { type Deletion, type DeletionStore, UPDATE_KEPT_MS, UPDATE_LEASE_MS, type UpdateStore } from '../store.ts';
import { KEYS } from './keys.ts';

/** What stands under the number of an update: one key for both, so that nobody claims what was handled a moment ago. */
const LEASED = 'in hand';
const HANDLED = '';

/** The numbers of the updates that were handled; Redis itself forgets them after two days. */
export function createRedisUpdates(redis: Redis): UpdateStore {
	return {
		isSeen: async (updateId) => (await redis.get(KEYS.seen(updateId))) === HANDLED,
		claimUpdate: async (updateId) =>
			(await redis.set(KEYS.seen(updateId), LEASED, 'PX', UPDATE_LEASE_MS, 'NX')) === 'OK',
		renewUpdate: async (updateId) => {
			await redis.set(KEYS.seen(updateId), LEASED, 'PX', UPDATE_LEASE_MS, 'XX');
		},
		markSeen: async (updateId) => {
			await redis.set(KEYS.seen(updateId), HANDLED, 'PX', UPDATE_KEPT_MS);
		},
		holdUpdates: async (updates) => {
			await redis.hset(KEYS.held, Object.fromEntries(updates.map(({ id, body }) => [id, body])));
		},
		listHeldUpdates: async () => {
			const held = Object.entries(await redis.hgetall(KEYS.held)).map(([id, body]) => ({ id: Number(id), body }));
			return held.sort((one, other) => one.id - other.id);
		},
		releaseUpdate: async (updateId) => {
			await redis.hdel(KEYS.held, `${updateId}`);
		},
	};
}

/** Messages to delete, a sorted set by due, so that a restart forgets none of them. */
export function createRedisDeletions(redis: Redis): DeletionStore {
	return {
		addDeletion: async (deletion) => {
			await redis.zadd(KEYS.deletions, deletion.due, toMember(deletion));
		},
		listDeletions: async (now, limit) =>
			toDeletions(await redis.zrangebyscore(KEYS.deletions, '-inf', now, 'WITHSCORES', 'LIMIT', 0, limit)),
		forgetDeletion: async (deletion) => {
			await redis.zrem(KEYS.deletions, toMember(deletion));
		},
	};
}

function toMember({ chatId, messageIds }: Deletion): string {
	return JSON.stringify([chatId, messageIds]);
}

/** @param flat members and scores in turn */
function toDeletions(flat: readonly string[]): Deletion[] {
	const deletions: Deletion[] = [];
	for (let at = 0; at < flat.length; at += 2) {
		const [chatId, messageIds] = JSON.parse(flat[at] ?? '') as [number, number[]];
		deletions.push({ chatId, messageIds, due: Number(flat[at + 1]) });
	}
	return deletions;
}
