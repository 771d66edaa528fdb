import type Database from 'libsql';
import type { Store } from '../store.ts';
import { wrapMethods } from '../wrap-methods.ts';
import { createDeletions } from './deletions.ts';
import { describeError } from './describe-error.ts';
import { createFeedback } from './feedback.ts';
import { createMisses } from './misses.ts';
import { createPeople } from './people.ts';
import { createReminders } from './reminders.ts';
import { createSettings } from './settings.ts';
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
		...createMisses(database),
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
