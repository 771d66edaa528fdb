import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { DamagedFileError } from './damaged-file-error.ts';
import { FILE_NAME } from './file-name.ts';
import { migrate } from './migrations.ts';

/** As long as another process may write; what is longer is no short write but a hang. */
const WAIT_MS = 2000;

/** https://www.sqlite.org/rescode.html */
const DAMAGE = /^SQLITE_(NOTADB|CORRUPT)/;

/**
 * Opens the database file, and makes it and its folder where they are missing.
 * @throws DamagedFileError when the file is no sound database
 * @throws whatever the system or SQLite says when it cannot be written
 */
export function openDatabase(folder: string): Database.Database {
	makeFolder(folder);
	const database = new Database(join(folder, FILE_NAME));
	try {
		prepare(database);
		return database;
	} catch (error) {
		database.close();
		const { code, message } = error as NodeJS.ErrnoException;
		throw DAMAGE.test(code ?? '') ? new DamagedFileError(message, { cause: error }) : error;
	}
}

function prepare(database: Database.Database): void {
	database.pragma(`busy_timeout = ${WAIT_MS}`);
	// Readers do not wait for a writer, and a killed process leaves no half-written file.
	database.pragma('journal_mode = WAL');
	// A killed process loses nothing that was kept; only a power cut can, the last moments before it.
	database.pragma('synchronous = NORMAL');
	const problems = database.pragma('quick_check(1)') as { quick_check: string }[];
	if (problems[0]?.quick_check !== 'ok') {
		throw new DamagedFileError(problems[0]?.quick_check);
	}
	migrate(database);
}

/** Not mkdir's own recursion: where nothing can be made, as in /proc, Node 20 never comes back from it. */
function makeFolder(path: string): void {
	if (!existsSync(path)) {
		makeFolder(dirname(path));
		mkdirSync(path);
	}
}
