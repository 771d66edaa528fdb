import { z } from 'zod';
import type { Form, ProcedureId } from '../catalogue/vocabulary.ts';
import { readJson } from './read-json.ts';

/** What a person asked to be reminded of. */
export type Reminder = {
	/** Eight letters and digits, which fit into callback data. */
	id: string;
	/** Whom to remind; it is also the id of their private chat. */
	personId: number;
	/** The carrier of the card, or undefined for a plain date. */
	carrier?: string;
	form?: Form;
	/** In which language to remind. */
	locale: string;
	/** How the person calls the card, or the date. */
	label?: string;
	/** The procedure whose deadline rule was applied, if one was. */
	rule?: ProcedureId;
	/** The day that the person said, as 2026-12-31. */
	from: string;
	/** What that day is, where no rule counts from it: the end of something, or only the day of the reminder. */
	meaning?: 'end' | 'notice';
	/** The day that all is about: on it, what the rule says happens. */
	ends: string;
	/** An IANA name like Asia/Tokyo. */
	timeZone: string;
	/** When the next notice is due, in milliseconds since 1970; undefined when none is left. */
	due?: number;
	/** The next notice is one that was put off to then. */
	snoozed?: number;
};

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

export function isReminder(value: unknown): value is Reminder {
	return reminderSchema.safeParse(value).success;
}

/** @returns undefined for what is no reminder: a row that a broken disk or a foreign hand has changed */
export function parseReminder(json: string): Reminder | undefined {
	try {
		const value = readJson(json);
		return isReminder(value) ? value : undefined;
	} catch {
		return undefined;
	}
}
