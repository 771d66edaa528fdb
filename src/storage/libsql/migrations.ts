import type Database from 'libsql';

/** Each step is run once, in order, and never changed afterwards; user_version counts those that were run. */
const MIGRATIONS: readonly string[] = [
	'CREATE TABLE person (id INTEGER PRIMARY KEY, locale TEXT NOT NULL) STRICT',
	'CREATE TABLE miss (form TEXT, day TEXT, times INTEGER NOT NULL, PRIMARY KEY (form, day)) STRICT',
	`CREATE TABLE person_settings (id INTEGER PRIMARY KEY, settings TEXT NOT NULL) STRICT;
	INSERT INTO person_settings SELECT id, json_object('locale', locale) FROM person;
	DROP TABLE person;
	CREATE TABLE group_settings (id INTEGER PRIMARY KEY, settings TEXT NOT NULL) STRICT`,
	`CREATE TABLE deletion (chat INTEGER, messages TEXT, due INTEGER NOT NULL, PRIMARY KEY (chat, messages)) STRICT;
	CREATE INDEX deletion_due ON deletion (due)`,
];

/** Brings a database file, new or of an earlier version, to the tables of this version. */
export function migrate(database: Database.Database): void {
	const done = Number((database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version);
	for (const [index, step] of MIGRATIONS.entries()) {
		if (index >= done) {
			database.exec(`BEGIN; ${step}; PRAGMA user_version = ${index + 1}; COMMIT`);
		}
	}
}
