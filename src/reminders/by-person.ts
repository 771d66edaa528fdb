import type { ClaimedReminder } from '../storage/store.ts';

/** Reminders of many people, as one list for each person, in the order in which they came. */
export function byPerson(due: readonly ClaimedReminder[]): ClaimedReminder[][] {
	const people = new Map<number, ClaimedReminder[]>();
	for (const reminder of due) {
		people.set(reminder.personId, [...(people.get(reminder.personId) ?? []), reminder]);
	}
	return [...people.values()];
}
