import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { migrate } from './migrations.ts';

/** The database file in DATA_DIR. SQLite itself lays two more beside it. */
export const FILE_NAME = 'nokori.db';

/** What the names of those end with. */
const SIDE_FILES = ['-wal', '-shm'] as const;

/** As long as another process may write; a longer wait is no short write but a hang. */
const BUSY_TIMEOUT_MS = 2000;

/** https://www.sqlite.org/rescode.html */
const DAMAGE = /^SQLITE_(NOTADB|CORRUPT)/;

/** The file is there, but is no database or a damaged one: writing to it would make it worse. */
export class DamagedFileError extends Error {
	override name = 'DamagedFileError' as const;
}

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

/** Not the recursive mkdir of Node 20: where nothing can be made, as in /proc, it never returns. */
function makeFolder(path: string): void {
	if (!existsSync(path)) {
		makeFolder(dirname(path));
		mkdirSync(path);
	}
}

function prepare(database: Database.Database): void {
	database.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
	// Readers do not wait for a writer, and a killed process leaves no half-written file.
	database.pragma('journal_mode = WAL');
	// A killed process loses nothing that was kept; only a power cut can, the last moments before it.
	database.pragma('synchronous = NORMAL');
	// No copy of what is kept comes to lie in another folder.
	database.pragma('temp_store = MEMORY');
	// What is deleted is overwritten, so that nothing of it can be found in the file.
	database.pragma('secure_delete = ON');
	const problems = database.pragma('quick_check(1)') as { quick_check: string }[];
	if (problems[0]?.quick_check !== 'ok') {
		throw new DamagedFileError(problems[0]?.quick_check);
	}
	migrate(database);
}

/** The WAL is moved into the one file first, so that a copy of that file has everything; the library would leave it beside. */
export function closeDatabase(database: Database.Database): void {
	if (!database.open) {
		return;
	}
	// On a full disk the WAL stays beside the file, and the next start reads it there.
	emptyWal(database);
	database.close();
}

/**
 * Moves the WAL into the file and empties it: what is overwritten in the file would still be found there.
 * @returns false while another process reads the file, or the disk is full
 */
export function emptyWal(database: Database.Database): boolean {
	try {
		const [result] = database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
		return result?.busy === 0;
	} catch {
		return false;
	}
}

/**
 * Writes the whole file anew, so that nothing is in it but what is kept: where SQLite moved rows from one page to another,
 * it left copies behind, which are not overwritten when the rows are deleted. It takes 0.1 s for 5 MB.
 * @returns false while another process reads the file, or the disk is full
 */
export function rewriteFile(database: Database.Database): boolean {
	try {
		database.exec('VACUUM');
	} catch {
		emptyWal(database);
		return false;
	}
	return emptyWal(database);
}

/**
 * Renames a damaged database file, with what SQLite laid beside it, so that nothing of it is lost and the next start
 * makes a new one.
 * @param day as 2026-11-20, for the new name
 * @returns the new path
 */
export function quarantine(folder: string, day: string): string {
	const file = join(folder, FILE_NAME);
	const quarantined = freeName(`${file}.broken-${day}`);
	// The file itself last: killed in between, the next start finds it damaged once more.
	for (const end of [...SIDE_FILES, '']) {
		if (existsSync(file + end)) {
			renameSync(file + end, quarantined + end);
		}
	}
	return quarantined;
}

function freeName(name: string, number = 1): string {
	const numbered = number === 1 ? name : `${name}-${number}`;
	return ['', ...SIDE_FILES].some((end) => existsSync(numbered + end)) ? freeName(name, number + 1) : numbered;
}

/**
 * Does everything in one transaction, or nothing. Not the library's own: where SQLite has already rolled back a
 * transaction on a full disk, that one hides the real error behind "no transaction is active".
 * @returns what the action returns
 */
export function inTransaction<T>(database: Database.Database, action: () => T): T {
	// Takes the write lock at once: a transaction that begins by reading fails when another process writes first.
	database.exec('BEGIN IMMEDIATE');
	try {
		const result = action();
		database.exec('COMMIT');
		return result;
	} catch (error) {
		if (database.inTransaction) {
			database.exec('ROLLBACK');
		}
		throw error;
	}
}
