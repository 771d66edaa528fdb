import type Database from 'libsql';
import type { Logger } from 'pino';
import { todayInJapan } from '../../dates/day.ts';
import { StoreError } from '../../errors.ts';
import { brokenStore } from '../fallback.ts';
import { type Store, wrapMethods } from '../store.ts';
import { closeDatabase, DamagedFileError, FILE_NAME, openDatabase, quarantine } from './database.ts';
import { createLibsqlFeedback, createLibsqlUnanswered } from './feedback.ts';
import { createLibsqlPeople } from './people.ts';
import { createLibsqlReminders, releaseLeases } from './reminders.ts';
import { createLibsqlSettings } from './settings.ts';
import { createLibsqlDeletions, createLibsqlUpdates } from './updates.ts';

type Options = {
	/** For a process beside a bot that may be running: leaves the bot's leases alone, and a damaged file in its place. */
	readOnly?: boolean;
	log?: Logger;
	/** The day as 2026-11-20, for the name of a damaged file. */
	today?: () => string;
};

/**
 * Opens the embedded store: one file, no server. A damaged file is quarantined, and the store is a broken one then.
 * @param folder where the file lies; made if it is missing
 * @throws StoreError when the folder or the file cannot be written, or with `readOnly` is damaged
 */
export function openLibsqlStore(folder: string, { readOnly = false, log, today = todayInJapan }: Options = {}): Store {
	try {
		const database = openDatabase(folder);
		if (!readOnly) {
			releaseLeases(database);
		}
		return createLibsqlStore(database, folder, log);
	} catch (error) {
		if (error instanceof DamagedFileError && !readOnly) {
			return withoutFile(folder, today(), error);
		}
		throw cannotBeWritten(folder, error);
	}
}

function withoutFile(folder: string, day: string, damage: DamagedFileError): Store {
	try {
		const aside = quarantine(folder, day);
		return brokenStore(
			`${FILE_NAME} in DATA_DIR was damaged (${damage.message}) and is kept aside as "${aside}", so nothing is remembered: ` +
				`repair it and put it back as ${FILE_NAME}, or go without it, and start the bot again.`,
		);
	} catch (error) {
		throw cannotBeWritten(folder, error);
	}
}

function cannotBeWritten(folder: string, error: unknown): StoreError {
	const reason = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
	return new StoreError(
		`DATA_DIR is "${folder}", where ${FILE_NAME} cannot be written (${reason}): choose a folder that this user may write.`,
		{ cause: error },
	);
}

/**
 * The store on an open database. Whatever fails in it is a StoreError.
 * @param folder for the sentences about what fails
 */
export function createLibsqlStore(database: Database.Database, folder: string, log?: Logger): Store {
	const settings = createLibsqlSettings(database);
	const reminders = createLibsqlReminders(database, log);
	const methods = {
		...settings,
		...reminders,
		...createLibsqlDeletions(database),
		...createLibsqlFeedback(database),
		...createLibsqlUpdates(database),
		...createLibsqlUnanswered(database),
		...createLibsqlPeople(database, { ...settings, ...reminders }),
	};
	const wrapped = wrapMethods(methods, (method) => async (...given) => {
		try {
			throwIfClosed(database);
			return await method(...given);
		} catch (error) {
			throw toStoreError(error, folder);
		}
	});
	return { ...wrapped, close: async () => closeDatabase(database) };
}

/** Prepared statements of the library outlive the database, and would go on. */
function throwIfClosed(database: Database.Database): void {
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
function toStoreError(error: unknown, folder: string): StoreError {
	const { code = '', message } = error as NodeJS.ErrnoException;
	const remedy = REMEDIES.find(([pattern]) => pattern.test(code))?.[1] ?? 'look at the cause, and start the bot again';
	const reason = code ? `${code}: ${message}` : message;
	return new StoreError(`DATA_DIR is "${folder}", where ${FILE_NAME} failed (${reason}): ${remedy}.`, { cause: error });
}
