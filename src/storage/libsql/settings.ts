import type Database from 'libsql';
import { readGroupSettings, readPersonSettings } from '../settings.ts';
import type { SettingsStore } from '../store.ts';
import { inTransaction } from './database.ts';

/** The settings of people and groups, each a row with JSON in it. */
export function createLibsqlSettings(database: Database.Database): SettingsStore {
	const people = createTable(database, 'person_settings');
	const groups = createTable(database, 'group_settings');
	const move = database.prepare('UPDATE OR IGNORE group_settings SET id = ? WHERE id = ?');
	const drop = database.prepare('DELETE FROM group_settings WHERE id = ? AND id <> ?');
	return {
		readPerson: async (id) => readPersonSettings(people.read(id)),
		changePerson: async (id, change) => people.save(id, { ...readPersonSettings(people.read(id)), ...change }),
		readGroup: async (id) => readGroupSettings(groups.read(id)),
		changeGroup: async (id, change) => groups.save(id, { ...readGroupSettings(groups.read(id)), ...change }),
		moveGroup: async (from, to) =>
			inTransaction(database, () => {
				move.run(to, from);
				drop.run(from, to);
			}),
	};
}

function createTable(database: Database.Database, name: 'person_settings' | 'group_settings') {
	const read = database.prepare(`SELECT settings FROM ${name} WHERE id = ?`);
	const save = database.prepare(
		`INSERT INTO ${name} (id, settings) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET settings = excluded.settings`,
	);
	const remove = database.prepare(`DELETE FROM ${name} WHERE id = ?`);
	return {
		read: (id: number) => (read.get(id) as { settings: string } | undefined)?.settings,
		save: (id: number, settings: object): void => {
			const json = JSON.stringify(settings);
			// Where nothing is set any more, the id has no business there.
			json === '{}' ? remove.run(id) : save.run(id, json);
		},
	};
}
