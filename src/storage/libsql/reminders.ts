import type Database from 'libsql';
import type { Logger } from 'pino';
import type { Reminder } from '../reminder.ts';
import { parseReminder } from '../reminder.ts';
import { type ClaimedReminder, REMINDER_LEASE_MS, type ReminderStore } from '../store.ts';

type Row = { person: number; id: string; reminder: string; tries: number };

/** Reminders, each a row with JSON in it and when it was leased. */
export function createLibsqlReminders(database: Database.Database, log?: Logger): ReminderStore {
	const save = database.prepare(
		`INSERT INTO reminder (person, id, reminder, due) VALUES (?, ?, ?, ?) ON CONFLICT (person, id) DO UPDATE
		SET reminder = excluded.reminder, due = excluded.due, claimed = NULL, tries = 0`,
	);
	const list = database.prepare('SELECT reminder FROM reminder WHERE person = ? ORDER BY due IS NULL, due, id');
	const remove = database.prepare('DELETE FROM reminder WHERE person = ? AND id = ?');
	const claim = createClaim(database, log);
	return {
		saveReminder: async (reminder) => {
			save.run(reminder.personId, reminder.id, JSON.stringify(reminder), reminder.due ?? null);
		},
		listReminders: async (personId) =>
			(list.all(personId) as Row[]).flatMap((row) => parseReminder(row.reminder) ?? []),
		removeReminder: async (personId, id) => {
			remove.run(personId, id);
		},
		claimReminders: async (now, limit, personId) => claim(now, limit, personId),
	};
}

/** Ends the leases of a process that was killed. How often a reminder was leased stays. */
export function releaseLeases(database: Database.Database): void {
	try {
		database.exec('UPDATE reminder SET claimed = NULL WHERE claimed IS NOT NULL');
	} catch {
		// On a full disk the bot starts all the same: the leases run out by themselves.
	}
}

/** One statement, so one transaction: choosing the persons, marking all that is due of theirs, and returning it. */
function createClaim(database: Database.Database, log: Logger | undefined) {
	const setAside = database.prepare('UPDATE reminder SET due = NULL WHERE person = ? AND id = ?');
	const free = `due <= :now AND (claimed IS NULL OR claimed <= :now - ${REMINDER_LEASE_MS})`;
	const update = (persons: string) =>
		database.prepare<Record<string, number>>(
			`UPDATE reminder SET claimed = :now, tries = tries + 1 WHERE ${free} AND person IN (${persons})
			RETURNING person, id, reminder, tries - 1 AS tries`,
		);
	const ofAnybody = update(`SELECT person FROM reminder WHERE ${free} ORDER BY due LIMIT :limit`);
	const ofPerson = update(':person');
	const readClaimed = ({ person, id, reminder, tries }: Row): ClaimedReminder[] => {
		const read = parseReminder(reminder);
		if (!read) {
			// It stays in the file, for somebody to mend, and stops nobody else's.
			setAside.run(person, id);
			log?.error({ reminder: id }, 'a reminder cannot be read and is not sent');
		}
		return read ? [{ ...read, tries }] : [];
	};
	return (now: number, limit: number, person?: number): ClaimedReminder[] => {
		const rows = person === undefined ? ofAnybody.all({ now, limit }) : ofPerson.all({ now, person });
		return (rows as Row[]).flatMap(readClaimed).sort(byPersonAndDue);
	};
}

function byPersonAndDue(one: Reminder, other: Reminder): number {
	return one.personId - other.personId || (one.due ?? 0) - (other.due ?? 0);
}
