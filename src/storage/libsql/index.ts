import { StoreError } from '../../errors.ts';
import { createNoStore } from '../no-store.ts';
import type { Store } from '../store.ts';
import { createLibsqlStore } from './create.ts';
import { DamagedFileError, FILE_NAME, openDatabase, setAside } from './open.ts';
import { releaseClaims } from './reminders.ts';

type Options = {
	/** Only to look, beside a bot that may be running: what that has in hand stays so, and a damaged file in its place. */
	look?: boolean;
	/** The day as 2026-11-20, for the name of a damaged file. */
	today?: () => string;
};

/**
 * Opens the embedded store: one file, no server. Where the file is damaged, it is set aside and the store keeps nothing.
 * @param folder where the file lies; made if it is missing
 * @throws StoreError when the folder or the file cannot be written
 */
export function openLibsqlStore(folder: string, { look = false, today = todayInUtc }: Options = {}): Store {
	try {
		const database = openDatabase(folder);
		if (!look) {
			releaseClaims(database);
		}
		return createLibsqlStore(database, folder);
	} catch (error) {
		if (error instanceof DamagedFileError && !look) {
			return withoutFile(folder, today(), error);
		}
		throw cannotBeWritten(folder, error);
	}
}

function withoutFile(folder: string, day: string, damage: DamagedFileError): Store {
	try {
		const aside = setAside(folder, day);
		return createNoStore(
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

function todayInUtc(): string {
	return new Date().toISOString().slice(0, 10);
}
