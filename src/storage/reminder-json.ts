import { z } from 'zod';
import { readJson } from './read-json.ts';
import type { Reminder } from './store.ts';

/** What every reminder must have to be told at all. */
const reminderSchema = z.looseObject({
	id: z.string(),
	personId: z.int(),
	locale: z.string(),
	from: z.string(),
	ends: z.string(),
	timeZone: z.string(),
	due: z.number().optional(),
});

/** @returns undefined for what is no reminder: a row that a broken disk or a foreign hand has changed */
export function parseReminder(json: string): Reminder | undefined {
	try {
		const value = readJson(json);
		return reminderSchema.safeParse(value).success ? (value as Reminder) : undefined;
	} catch {
		return undefined;
	}
}
