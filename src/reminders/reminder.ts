import type { Form, ProcedureId } from '../catalogue/vocabulary.ts';

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
	/** The procedure whose deadline rule was applied; undefined for a date that simply is the end. */
	rule?: ProcedureId;
	/** The day that the person said, as 2026-12-31. */
	from: string;
	/** The day that all is about: on it, what the rule says happens. */
	ends: string;
	/** An IANA name like Asia/Tokyo. */
	timeZone: string;
	/** When the next notice is due, in milliseconds since 1970; undefined when none is left. */
	due?: number;
};
