import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { StoreError } from '../store-error.ts';
import { migrate } from './migrations.ts';

const FILE_NAME = 'nokori.db';

/**
 * Opens the database file, and makes it and its folder where they are missing.
 * @throws StoreError when the folder or the file cannot be written
 */
export function openDatabase(folder: string): Database.Database {
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
