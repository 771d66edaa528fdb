import type Database from 'libsql';
import type { ClaimedReminder, Reminder, ReminderStore } from '../store.ts';

/** Who has not sent a notice by then was killed. */
const CLAIM_MS = 60_000;

type Row = { reminder: string; tries: number };

/** Reminders, each a row with JSON in it, and who has which in hand. */
export function createReminders(database: Database.Database): ReminderStore {
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
		listReminders: async (personId) => (list.all(personId) as Row[]).map(({ reminder }) => JSON.parse(reminder)),
		removeReminder: async (personId, id) => {
			remove.run(personId, id);
		},
		claimReminders: async (now, most, personId) => claim(now, most, personId),
	};
}

/** What a killed process had in hand is nobody's any more. How often it was in hand stays. */
export function releaseClaims(database: Database.Database): void {
	try {
		database.exec('UPDATE reminder SET claimed = NULL WHERE claimed IS NOT NULL');
	} catch {
		// The disk is full, perhaps. The minute releases them too, and nobody is to wait for an answer meanwhile.
	}
}

/** One statement, so one transaction: choosing the persons, marking all that is due of theirs, and returning it. */
function createClaim(database: Database.Database) {
	const free = `due <= :now AND (claimed IS NULL OR claimed <= :now - ${CLAIM_MS})`;
	const update = (persons: string) =>
		database.prepare<Record<string, number>>(
			`UPDATE reminder SET claimed = :now, tries = tries + 1 WHERE ${free} AND person IN (${persons})
			RETURNING reminder, tries - 1 AS tries`,
		);
	const anybodys = update(`SELECT person FROM reminder WHERE ${free} ORDER BY due LIMIT :most`);
	const persons = update(':person');
	return (now: number, most: number, person?: number): ClaimedReminder[] => {
		const rows = person === undefined ? anybodys.all({ now, most }) : persons.all({ now, person });
		return (rows as Row[]).map(toClaimed).sort(byPersonAndDue);
	};
}

function toClaimed({ reminder, tries }: Row): ClaimedReminder {
	return { ...(JSON.parse(reminder) as Reminder), tries };
}

function byPersonAndDue(one: Reminder, other: Reminder): number {
	return one.personId - other.personId || (one.due ?? 0) - (other.due ?? 0);
}
