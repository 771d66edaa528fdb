import { z } from 'zod';
import { FORMS } from '../catalogue/vocabulary.ts';

/** So many lines nobody has in one pocket. */
export const MAX_CARDS = 5;

/** A SIM card or eSIM that a person wants remembered. No number of it: nobody needs to know that. */
const cardSchema = z.object({
	carrier: z.string(),
	form: z.enum(FORMS).optional(),
	nickname: z.string().optional(),
	/** The last day that the person said of it, as 2026-12-31. */
	date: z.string().optional(),
});
export type Card = z.infer<typeof cardSchema>;

/** What a person chose for themselves. */
const personSettingsSchema = z.object({
	/** With /lang; otherwise it is Telegram's. */
	locale: z.string().optional(),
	/** Answers as rich messages. Left out, it is as the operator set it. */
	rich: z.boolean().optional(),
	/** The first is meant where no carrier is named. */
	cards: z.array(cardSchema).max(MAX_CARDS).optional(),
	/** An IANA name like Asia/Tokyo. */
	timeZone: z.string().optional(),
});
export type PersonSettings = z.infer<typeof personSettingsSchema>;

/** Minutes after which the bot's answers in a group are deleted; 0 keeps them. */
export const DELETE_AFTER_MINUTES = [0, 5, 60] as const;

/** What the administrators of a group chose for it. */
const groupSettingsSchema = z.object({
	/** Left out, each asker is answered in their own language. */
	locale: z.string().optional(),
	/** The carrier that is meant where none is named. */
	carrier: z.string().optional(),
	/** Answers without their folded parts. */
	short: z.boolean().default(false),
	greeting: z.boolean().default(true),
	deleteAfter: z.literal(DELETE_AFTER_MINUTES).default(0),
});
export type GroupSettings = z.infer<typeof groupSettingsSchema>;

const person = personSettingsSchema.catch({});
const group = groupSettingsSchema.catch(groupSettingsSchema.parse({}));

/** @param kept as JSON, or undefined where nothing was kept; what a later version wrote differently counts as not set */
export function readPersonSettings(kept: string | undefined): PersonSettings {
	return kept === undefined ? {} : person.parse(JSON.parse(kept));
}

/** @param kept as JSON, or undefined where nothing was kept; what a later version wrote differently counts as not set */
export function readGroupSettings(kept: string | undefined): GroupSettings {
	return group.parse(JSON.parse(kept ?? '{}'));
}
