import type Database from 'libsql';
import { StoreError } from '../../errors.ts';
import type { Store } from '../store.ts';
import { wrapMethods } from '../wrap-methods.ts';
import { createDeletions } from './deletions.ts';
import { createFeedback } from './feedback.ts';
import { FILE_NAME } from './open.ts';
import { createPeople } from './people.ts';
import { createReminders } from './reminders.ts';
import { createSettings } from './settings.ts';
import { createUnanswered } from './unanswered.ts';
import { createUpdates } from './updates.ts';

/**
 * The store on an open database. Whatever fails in it is a StoreError.
 * @param folder for the sentences about what fails
 */
export function createLibsqlStore(database: Database.Database, folder: string): Store {
	const settings = createSettings(database);
	const reminders = createReminders(database);
	const parts = {
		...settings,
		...reminders,
		...createDeletions(database),
		...createFeedback(database),
		...createUpdates(database),
		...createUnanswered(database),
		...createPeople(database, { ...settings, ...reminders }),
	};
	const wrapped = wrapMethods(parts, (method) => async (...given) => {
		try {
			refuseIfClosed(database);
			return await method(...given);
		} catch (error) {
			throw describeError(error, folder);
		}
	});
	return {
		...wrapped,
		close: async () => close(database),
	};
}

/** Everything is moved into the one file first, so that whoever copies that has all; the library would leave it beside. */
function close(database: Database.Database): void {
	if (!database.open) {
		return;
	}
	try {
		database.pragma('wal_checkpoint(TRUNCATE)');
	} catch {
		// No room, perhaps: it stays beside the file, and the next start reads it there.
	}
	database.close();
}

/** The library itself would go on: its statements outlive the closing. */
function refuseIfClosed(database: Database.Database): void {
	if (!database.open) {
		throw new Error('it is closed');
	}
}

/** What helps, by the beginning of SQLite's code: https://www.sqlite.org/rescode.html */
const REMEDIES: readonly (readonly [RegExp, string])[] = [
	[/^SQLITE_FULL/, 'make room on the disk'],
	[/^SQLITE_(BUSY|LOCKED)/, 'let only one bot use this folder'],
	[/^SQLITE_(CORRUPT|NOTADB)/, 'start the bot again, which checks the file and sets it aside if it is damaged'],
	[/^SQLITE_(READONLY|PERM|CANTOPEN|IOERR)/, 'look whether the disk is sound, and this user may write there'],
];

/** What went wrong while the store was in use, as a sentence for the operator. */
export function describeError(error: unknown, folder: string): StoreError {
	const { code = '', message } = error as NodeJS.ErrnoException;
	const remedy = REMEDIES.find(([pattern]) => pattern.test(code))?.[1] ?? 'look at the cause, and start the bot again';
	const reason = code ? `${code}: ${message}` : message;
	return new StoreError(`DATA_DIR is "${folder}", where ${FILE_NAME} failed (${reason}): ${remedy}.`, { cause: error });
}
