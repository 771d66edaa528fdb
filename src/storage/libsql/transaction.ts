import type Database from 'libsql';

/**
 * Does everything in one transaction, or nothing. Not the library's own: where SQLite has already taken a full disk's
 * transaction back, that one throws away the real error for "no transaction is active".
 * @returns what the action returns
 */
export function inTransaction<T>(database: Database.Database, action: () => T): T {
	// At once for writing: one that turned to it later could find that another process had been quicker, and fail.
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
