import type Database from 'libsql';
import {
	type Deletion,
	type DeletionStore,
	type HeldUpdate,
	UPDATE_KEPT_MS,
	UPDATE_LEASE_MS,
	type UpdateStore,
} from '../store.ts';
import { emptyWal, inTransaction } from './database.ts';

/** Sweeping at every write would double its work. One bounded sweep takes a moment, and removes more than was added. */
const SWEEP_EVERY = 500;
const SWEEP_LIMIT = 1000;

/** The numbers of the updates that were handled. Leases live in memory: no other process uses the file. */
export function createLibsqlUpdates(database: Database.Database): UpdateStore {
	// Not compared with the time: an older number does no harm, and a clock that once was wrong would.
	const find = database.prepare('SELECT 1 AS seen FROM seen WHERE id = ?');
	const mark = database.prepare('INSERT OR REPLACE INTO seen (id, at) VALUES (?, ?)');
	const sweep = database.prepare(
		`DELETE FROM seen WHERE id IN (SELECT id FROM seen WHERE at <= ? ORDER BY at LIMIT ${SWEEP_LIMIT})`,
	);
	const hold = database.prepare('INSERT OR REPLACE INTO held (id, body) VALUES (?, ?)');
	const listHeld = database.prepare('SELECT id, body FROM held ORDER BY id');
	const anyHeld = database.prepare('SELECT 1 FROM held LIMIT 1');
	const release = database.prepare('DELETE FROM held WHERE id = ?');
	const leases = new Map<number, number>();
	let marks = 0;
	const wasHandled = (updateId: number): boolean => find.get(updateId) !== undefined;
	return {
		isSeen: async (updateId) => wasHandled(updateId),
		claimUpdate: async (updateId, now) => {
			const isLeased = (leases.get(updateId) ?? -Infinity) > now;
			if (isLeased || wasHandled(updateId)) {
				return false;
			}
			leases.set(updateId, now + UPDATE_LEASE_MS);
			return true;
		},
		renewUpdate: async (updateId, now) => {
			leases.set(updateId, now + UPDATE_LEASE_MS);
		},
		markSeen: async (updateId, now) => {
			leases.delete(updateId);
			mark.run(updateId, now);
			// At the first too: a bot that is restarted often would never reach the next one.
			if (marks++ % SWEEP_EVERY === 0) {
				sweep.run(now - UPDATE_KEPT_MS);
			}
		},
		holdUpdates: async (updates) =>
			inTransaction(database, () => {
				for (const { id, body } of updates) {
					hold.run(id, body);
				}
			}),
		listHeldUpdates: async () => listHeld.all() as HeldUpdate[],
		releaseUpdate: async (updateId) => {
			release.run(updateId);
			// When the crowd is over, nothing of anybody's words is left.
			if (anyHeld.get() === undefined) {
				emptyWal(database);
			}
		},
	};
}

type DeletionRow = { chat: number; messages: string; due: number };

/** Messages to delete, so that a restart forgets none of them. */
export function createLibsqlDeletions(database: Database.Database): DeletionStore {
	const add = database.prepare('INSERT OR REPLACE INTO deletion (chat, messages, due) VALUES (?, ?, ?)');
	const list = database.prepare('SELECT chat, messages, due FROM deletion WHERE due <= ? ORDER BY due LIMIT ?');
	const forget = database.prepare('DELETE FROM deletion WHERE chat = ? AND messages = ?');
	return {
		addDeletion: async ({ chatId, messageIds, due }) => {
			add.run(chatId, JSON.stringify(messageIds), due);
		},
		listDeletions: async (now, limit) => (list.all(now, limit) as DeletionRow[]).map(toDeletion),
		forgetDeletion: async ({ chatId, messageIds }) => {
			forget.run(chatId, JSON.stringify(messageIds));
		},
	};
}

function toDeletion({ chat, messages, due }: DeletionRow): Deletion {
	return { chatId: chat, messageIds: JSON.parse(messages) as number[], due };
}
