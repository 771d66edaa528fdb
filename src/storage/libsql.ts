import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import type { Miss, Store } from './store.ts';
import { StoreError } from './store-error.ts';

const FILE_NAME = 'nokori.db';

/** Each step is run once, in order, and never changed afterwards; user_version counts those that were run. */
const MIGRATIONS: readonly string[] = [
	'CREATE TABLE person (id INTEGER PRIMARY KEY, locale TEXT NOT NULL) STRICT',
	'CREATE TABLE miss (form TEXT, day TEXT, times INTEGER NOT NULL, PRIMARY KEY (form, day)) STRICT',
];

/** Long enough to see what comes again, short enough that nothing lies there for ever. */
const KEPT_DAYS = 90;

/**
 * Opens the embedded store: one file, no server.
 * @param folder where the file lies; made if it is missing
 * @throws StoreError when the folder or the file cannot be written
 */
export function openLibsqlStore(folder: string): Store {
	const database = open(folder);
	const read = database.prepare('SELECT locale FROM person WHERE id = ?');
	const save = database.prepare(
		'INSERT INTO person (id, locale) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET locale = excluded.locale',
	);
	const count = database.prepare(
		'INSERT INTO miss (form, day, times) VALUES (?, ?, 1) ON CONFLICT (form, day) DO UPDATE SET times = times + 1',
	);
	const forget = database.prepare(`DELETE FROM miss WHERE day < date(?, '-${KEPT_DAYS} days')`);
	const list = database.prepare(
		'SELECT form, count(*) AS days, sum(times) AS times FROM miss GROUP BY form HAVING days >= ? ORDER BY times DESC, form',
	);
	return {
		readLocale: async (personId) => (read.get(personId) as { locale: string } | undefined)?.locale,
		saveLocale: async (personId, locale) => {
			save.run(personId, locale);
		},
		countMiss: async (form, day) => {
			count.run(form, day);
			forget.run(day);
		},
		listMisses: async (leastDays) => list.all(leastDays) as Miss[],
		close: async () => {
			database.close();
		},
	};
}

function open(folder: string): Database.Database {
	try {
		makeFolder(folder);
		const database = new Database(join(folder, FILE_NAME));
		// Readers do not wait for a writer, and a killed process leaves no half-written file.
		database.pragma('journal_mode = WAL');
		migrate(database);
		return database;
	} catch (error) {
		const reason = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
		throw new StoreError(
			`DATA_DIR is "${folder}", where ${FILE_NAME} cannot be written (${reason}): choose a folder that this user may write.`,
			{ cause: error },
		);
	}
}

/** Not mkdir's own recursion: where nothing can be made, as in /proc, Node 20 never comes back from it. */
function makeFolder(path: string): void {
	if (!existsSync(path)) {
		makeFolder(dirname(path));
		mkdirSync(path);
	}
}

function migrate(database: Database.Database): void {
	const done = Number((database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version);
	for (const [index, step] of MIGRATIONS.entries()) {
		if (index >= done) {
			database.exec(`BEGIN; ${step}; PRAGMA user_version = ${index + 1}; COMMIT`);
		}
	}
}
