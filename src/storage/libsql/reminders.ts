import type Database from 'libsql';
import { readJson } from '../read-json.ts';
import { type ClaimedReminder, REMINDER_LEASE_MS, type Reminder, type ReminderStore } from '../store.ts';

type Row = { reminder: string; tries: number };

/** Reminders, each a row with JSON in it and when it was leased. */
export function createLibsqlReminders(database: Database.Database): ReminderStore {
	const save = database.prepare(
		`INSERT INTO reminder (person, id, reminder, due) VALUES (?, ?, ?, ?) ON CONFLICT (person, id) DO UPDATE
		SET reminder = excluded.reminder, due = excluded.due, claimed = NULL, tries = 0`,
	);
	const list = database.prepare('SELECT reminder FROM reminder WHERE person = ? ORDER BY due IS NULL, due, id');
	const remove = database.prepare('DELETE FROM reminder WHERE person = ? AND id = ?');
	const claim = createClaim(database);
	return {
		saveReminder: async (reminder) => {
			save.run(reminder.personId, reminder.id, JSON.stringify(reminder), reminder.due ?? null);
		},
		listReminders: async (personId) =>
			(list.all(personId) as Row[]).map(({ reminder }) => readJson(reminder) as Reminder),
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
function createClaim(database: Database.Database) {
	const free = `due <= :now AND (claimed IS NULL OR claimed <= :now - ${REMINDER_LEASE_MS})`;
	const update = (persons: string) =>
		database.prepare<Record<string, number>>(
			`UPDATE reminder SET claimed = :now, tries = tries + 1 WHERE ${free} AND person IN (${persons})
			RETURNING reminder, tries - 1 AS tries`,
		);
	const ofAnybody = update(`SELECT person FROM reminder WHERE ${free} ORDER BY due LIMIT :limit`);
	const ofPerson = update(':person');
	return (now: number, limit: number, person?: number): ClaimedReminder[] => {
		const rows = person === undefined ? ofAnybody.all({ now, limit }) : ofPerson.all({ now, person });
		return (rows as Row[]).map(toClaimed).sort(byPersonAndDue);
	};
}

function toClaimed({ reminder, tries }: Row): ClaimedReminder {
	return { ...(readJson(reminder) as Reminder), tries };
}

function byPersonAndDue(one: Reminder, other: Reminder): number {
	return one.personId - other.personId || (one.due ?? 0) - (other.due ?? 0);
}
