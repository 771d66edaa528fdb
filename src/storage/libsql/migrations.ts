import type Database from 'libsql';

/** Never change a released one. Each is run once, in order; user_version counts those that were run. */
const MIGRATIONS: readonly string[] = [
	'CREATE TABLE person (id INTEGER PRIMARY KEY, locale TEXT NOT NULL) STRICT',
	'CREATE TABLE miss (form TEXT, day TEXT, times INTEGER NOT NULL, PRIMARY KEY (form, day)) STRICT',
	`CREATE TABLE person_settings (id INTEGER PRIMARY KEY, settings TEXT NOT NULL) STRICT;
	INSERT INTO person_settings SELECT id, json_object('locale', locale) FROM person;
	DROP TABLE person;
	CREATE TABLE group_settings (id INTEGER PRIMARY KEY, settings TEXT NOT NULL) STRICT`,
	`CREATE TABLE deletion (chat INTEGER, messages TEXT, due INTEGER NOT NULL, PRIMARY KEY (chat, messages)) STRICT;
	CREATE INDEX deletion_due ON deletion (due)`,
	// A covering index for choosing what is due.
	`CREATE TABLE reminder (
		person INTEGER, id TEXT, reminder TEXT NOT NULL, due INTEGER, claimed INTEGER, tries INTEGER NOT NULL DEFAULT 0,
		PRIMARY KEY (person, id)
	) STRICT;
	CREATE INDEX reminder_due ON reminder (due, claimed, person) WHERE due IS NOT NULL`,
	// Voters and votes are separate tables: forgetting a person leaves the counts.
	`CREATE TABLE voter (person INTEGER, answer TEXT, month TEXT, PRIMARY KEY (person, answer, month)) STRICT;
	CREATE INDEX voter_month ON voter (month);
	CREATE TABLE vote (answer TEXT, vote TEXT, times INTEGER NOT NULL, PRIMARY KEY (answer, vote)) STRICT`,
	`CREATE TABLE seen (id INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT;
	CREATE INDEX seen_at ON seen (at)`,
	`CREATE TABLE blocked (person INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT;
	CREATE INDEX blocked_at ON blocked (at)`,
	'CREATE TABLE held (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT',
	// What somebody voted, so that it can be taken back; NULL where an earlier version did not note it.
	'ALTER TABLE voter ADD COLUMN vote TEXT',
];

/**
 * Brings a database file, new or of an earlier version, to the tables of this version.
 * @param version an earlier one, where its file is wanted
 */
export function migrate(database: Database.Database, version = MIGRATIONS.length): void {
	const done = Number((database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version);
	for (const [index, step] of MIGRATIONS.slice(0, version).entries()) {
		if (index >= done) {
			database.exec(`BEGIN; ${step}; PRAGMA user_version = ${index + 1}; COMMIT`);
		}
	}
}
