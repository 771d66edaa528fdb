import type { Redis } from 'ioredis';
import type { Deletion, DeletionStore } from '../store.ts';
import { KEYS } from './keys.ts';

/** Messages that are to be deleted, a sorted set by due, so that a restart forgets none of them. */
export function createDeletions(redis: Redis): DeletionStore {
	return {
		addDeletion: async (deletion) => {
			await redis.zadd(KEYS.deletions, deletion.due, toMember(deletion));
		},
		listDeletions: async (now, most) =>
			toDeletions(await redis.zrangebyscore(KEYS.deletions, '-inf', now, 'WITHSCORES', 'LIMIT', 0, most)),
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
