import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'libsql';
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

/** The database file is there, but is none, or a damaged one: writing to it would make it worse. */
export class DamagedFileError extends Error {
	override name = 'DamagedFileError' as const;
}

/** The database file in DATA_DIR. SQLite itself lays two more beside it. */
export const FILE_NAME = 'nokori.db';

/** What the names of those end with. */
export const BESIDE = ['-wal', '-shm'] as const;

/**
 * Renames a damaged database file, with what SQLite laid beside it, so that nothing of it is lost and the next start
 * makes a new one.
 * @param day as 2026-11-20, for the new name
 * @returns the new path
 */
export function setAside(folder: string, day: string): string {
	const file = join(folder, FILE_NAME);
	const aside = freeName(`${file}.broken-${day}`);
	// The file itself last: killed in between, the next start finds it damaged once more.
	for (const end of [...BESIDE, '']) {
		if (existsSync(file + end)) {
			renameSync(file + end, aside + end);
		}
	}
	return aside;
}

function freeName(name: string, number = 1): string {
	const numbered = number === 1 ? name : `${name}-${number}`;
	return ['', ...BESIDE].some((end) => existsSync(numbered + end)) ? freeName(name, number + 1) : numbered;
}
