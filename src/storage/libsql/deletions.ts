import type Database from 'libsql';
import type { Deletion, Store } from '../store.ts';

type Row = { chat: number; messages: string; due: number };

/** Messages that are to be deleted, so that a restart forgets none of them. */
export function createDeletions(
	database: Database.Database,
): Pick<Store, 'addDeletion' | 'listDeletions' | 'forgetDeletion'> {
	const add = database.prepare('INSERT OR REPLACE INTO deletion (chat, messages, due) VALUES (?, ?, ?)');
	const list = database.prepare('SELECT chat, messages, due FROM deletion WHERE due <= ? ORDER BY due LIMIT ?');
	const forget = database.prepare('DELETE FROM deletion WHERE chat = ? AND messages = ?');
	return {
		addDeletion: async ({ chatId, messageIds, due }) => {
			add.run(chatId, JSON.stringify(messageIds), due);
		},
		listDeletions: async (now, most) => (list.all(now, most) as Row[]).map(toDeletion),
		forgetDeletion: async ({ chatId, messageIds }) => {
			forget.run(chatId, JSON.stringify(messageIds));
		},
	};
}

function toDeletion({ chat, messages, due }: Row): Deletion {
	return { chatId: chat, messageIds: JSON.parse(messages) as number[], due };
}
