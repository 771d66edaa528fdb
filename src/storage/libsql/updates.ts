import type Database from 'libsql';
import { CLAIM_MS, type UpdateStore } from '../store.ts';

const KEPT_MS = 48 * 60 * 60 * 1000;

/** Sweeping at every write would double its work; a bounded sweep holds up nobody, and removes more than was added. */
const SWEEP_EVERY = 500;
const SWEEP_MOST = 1000;

/** The numbers of the updates that were handled. What is in hand is known to the process alone, as nobody else is there. */
export function createUpdates(database: Database.Database): UpdateStore {
	// Not compared with the time: what is a little older does no harm, and a clock that once was wrong would.
	const isSeen = database.prepare('SELECT 1 AS seen FROM seen WHERE id = ?');
	const mark = database.prepare('INSERT OR REPLACE INTO seen (id, at) VALUES (?, ?)');
	const sweep = database.prepare(
		`DELETE FROM seen WHERE id IN (SELECT id FROM seen WHERE at <= ? ORDER BY at LIMIT ${SWEEP_MOST})`,
	);
	const claimed = new Map<number, number>();
	let marks = 0;
	const wasSeen = (updateId: number): boolean => isSeen.get(updateId) !== undefined;
	return {
		// What was claimed a moment ago was looked up then.
		isSeen: async (updateId) => !claimed.has(updateId) && wasSeen(updateId),
		claimUpdate: async (updateId, now) => {
			if ((claimed.get(updateId) ?? -Infinity) > now || wasSeen(updateId)) {
				return false;
			}
			claimed.set(updateId, now + CLAIM_MS);
			return true;
		},
		markSeen: async (updateId, now) => {
			claimed.delete(updateId);
			mark.run(updateId, now);
			// Also at the first: a bot that is started often would never come to sweep.
			if (marks++ % SWEEP_EVERY === 0) {
				sweep.run(now - KEPT_MS);
			}
		},
	};
}
