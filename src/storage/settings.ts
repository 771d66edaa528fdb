import { z } from 'zod';
import { FORMS } from '../catalogue/vocabulary.ts';
import { readJson } from './read-json.ts';
import { isReminder, type Reminder } from './reminder.ts';

/** More than anybody carries. */
export const MAX_CARDS = 5;

/** A SIM card or eSIM that a person saved. Its number is not asked for: no answer needs it. */
const cardSchema = z.object({
	carrier: z.string(),
	form: z.enum(FORMS).optional(),
	nickname: z.string().optional(),
	/** The last day that the person said of it, as 2026-12-31. */
	date: z.string().optional(),
});
export type Card = z.infer<typeof cardSchema>;

/** The question on which day something was or will be, which the person may answer with their next message. */
const askedSchema = z.object({
	/** A carrier, or that it is about a day of one's own. */
	subject: z.string(),
	/** How the person calls it. */
	label: z.string().optional(),
	/** What a day was taken for, where it is not what the carrier's rule counts from. */
	meaning: z.enum(['end', 'notice']).optional(),
	/** The path of the answer from which the question was opened. */
	back: z.string().optional(),
	/** In milliseconds since 1970. */
	until: z.number(),
});
export type Asked = z.infer<typeof askedSchema>;

/** As much as the person may want back; who removes more meant it. */
export const MAX_REMOVED = 5;

/** What a person has removed, so that it can be taken back. */
const removedSchema = z.object({
	id: z.string(),
	/** In milliseconds since 1970. */
	at: z.number(),
	reminder: z.custom<Reminder>((value) => isReminder(value)).optional(),
	card: cardSchema.optional(),
	/** Where the card stood. */
	index: z.number().optional(),
});
export type Removed = z.infer<typeof removedSchema>;

/** What a person chose for themselves. */
const personSettingsSchema = z.object({
	/** Set with /lang; unset, it is Telegram's. */
	locale: z.string().optional(),
	/** Answers as rich messages; unset, the operator's default. */
	rich: z.boolean().optional(),
	/** The first one is used where no carrier is named. */
	cards: z.array(cardSchema).max(MAX_CARDS).optional(),
	/** An IANA name like Asia/Tokyo. */
	timeZone: z.string().optional(),
	asked: askedSchema.optional(),
	/** The newest last. */
	removed: z.array(removedSchema).max(MAX_REMOVED).optional().catch(undefined),
});
export type PersonSettings = z.infer<typeof personSettingsSchema>;

/** Minutes after which the bot's answers in a group are deleted; 0 keeps them. */
export const DELETE_AFTER_MINUTES = [0, 5, 60] as const;

/** What the administrators of a group chose for it. */
const groupSettingsSchema = z.object({
	/** Unset, each person is answered in their own language. */
	locale: z.string().optional(),
	/** The carrier to use where none is named. */
	carrier: z.string().optional(),
	/** Answers without their folded parts. */
	short: z.boolean().default(true),
	greeting: z.boolean().default(true),
	deleteAfter: z.literal(DELETE_AFTER_MINUTES).default(0),
});
export type GroupSettings = z.infer<typeof groupSettingsSchema>;

const person = personSettingsSchema.catch({});
const group = groupSettingsSchema.catch(groupSettingsSchema.parse({}));

/** @param json undefined where nothing is stored; what a later version wrote differently counts as unset */
export function readPersonSettings(json: string | undefined): PersonSettings {
	return json === undefined ? {} : person.parse(readJson(json));
}

/** @param json undefined where nothing is stored; what a later version wrote differently counts as unset */
export function readGroupSettings(json: string | undefined): GroupSettings {
	return group.parse(readJson(json ?? '{}'));
}
