import type Database from 'libsql';
import type { PersonStore, Store } from '../store.ts';
import { emptyWal, inTransaction, rewriteFile } from './database.ts';

/** Every table that says something about a person, and the column with the person's id. */
const TABLES = [
	['person_settings', 'id'],
	['reminder', 'person'],
	['voter', 'person'],
	['blocked', 'person'],
] as const;

/** Everything about one person: exported, and forgotten. */
export function createLibsqlPeople(
	database: Database.Database,
	{ readPerson, listReminders }: Pick<Store, 'readPerson' | 'listReminders'>,
): PersonStore {
	const votes = database.prepare(
		"SELECT answer || ' ' || month AS vote FROM voter WHERE person = ? ORDER BY month, answer",
	);
	const block = database.prepare('INSERT OR REPLACE INTO blocked (person, at) VALUES (?, ?)');
	const unblock = database.prepare('DELETE FROM blocked WHERE person = ?');
	return {
		exportPerson: async (personId) => ({
			settings: await readPerson(personId),
			reminders: await listReminders(personId),
			votes: (votes.all(personId) as { vote: string }[]).map(({ vote }) => vote),
		}),
		markBlocked: async (personId, at) => {
			at === undefined ? unblock.run(personId) : block.run(personId, at);
		},
		...createForgetting(database),
	};
}

function createForgetting(database: Database.Database): Pick<Store, 'forgetPerson' | 'forgetBlocked'> {
	const forget = TABLES.map(([table, column]) => database.prepare(`DELETE FROM ${table} WHERE ${column} = ?`));
	const blocked = database.prepare('SELECT person FROM blocked WHERE at < ?');
	const forgetAll = (person: number): void => {
		for (const statement of forget) {
			statement.run(person);
		}
	};
	// Once between two rounds, and the others with the next one: deleting again and again must not hold up everybody.
	let isRewritten = false;
	let isLeft = false;
	return {
		forgetPerson: async (personId) => {
			inTransaction(database, () => forgetAll(personId));
			if (isRewritten) {
				emptyWal(database);
			}
			isLeft = isRewritten || !rewriteFile(database);
			isRewritten = true;
		},
		forgetBlocked: async (before) => {
			const people = inTransaction(database, () => {
				const found = (blocked.all(before) as { person: number }[]).map(({ person }) => person);
				found.forEach(forgetAll);
				return found;
			});
			isLeft = (isLeft || people.length > 0) && !rewriteFile(database);
			isRewritten = false;
			return people;
		},
	};
}
