import { z } from 'zod';
import { hoursSchema } from './hours-schema.ts';
import {
	BILLINGS,
	CALL_PRICES,
	CONFIDENCES,
	DEADLINE_ENDS,
	DEADLINE_STARTS,
	FORMS,
	KINDS,
	METHODS,
	NEEDS,
	NETWORKS,
	PROCEDURES,
	READINGS,
	STATUSES,
} from './vocabulary.ts';

const line = z.string().trim().min(1);

/** The same sentence in every language. English is shown where another language is missing. */
export const textSchema = z.object({ en: line }).catchall(line);
export type Text = z.infer<typeof textSchema>;

/** 2025, 2025-03 or 2025-03-26: as exact as the page itself is. */
const day = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'write a date as 2025, 2025-03 or 2025-03-26');

/** What a page without a date gives away of its age: it names something that began, or has ended since. */
const boundSchema = z
	.strictObject({ after: day.optional(), before: day.optional(), because: line })
	.refine(({ after, before }) => after !== undefined || before !== undefined, {
		message: 'a date under "after" or "before", or "of: unknown" where nothing shows its age',
	});

export const sourceSchema = z
	.strictObject({
		url: z.url({ protocol: /^https?$/ }),
		/** Written by the carrier itself (or, for phones, by their maker). */
		official: z.boolean(),
		/** The date that the page gives itself. */
		date: day.optional(),
		/** Where it shows none: nothing, or the bounds that its own content gives. */
		of: z.union([z.literal('unknown'), boundSchema]).optional(),
		read: z.enum(READINGS),
		/** When somebody last read it so for this project. */
		checked: day,
		/** What it says, in our own words, with every number that we repeat. */
		says: line,
	})
	.refine(({ date, of }) => (date === undefined) !== (of === undefined), {
		path: ['of'],
		message: '"date" where the page shows one, else "of: unknown" or a bound: one of the two, not both',
	});
export type Source = z.infer<typeof sourceSchema>;

const sources = z.array(sourceSchema).min(1);

/** A Japanese sentence to show or send to staff, and what it means. Buttons copy it, so it has Telegram's limit. */
export const saySchema = z.strictObject({
	ja: line.max(256),
	meaning: textSchema,
	/** Asks for slow speech, simple words or another language, so no reader of Japanese needs it. */
	forLearners: z.boolean().optional(),
});
export type Say = z.infer<typeof saySchema>;

/** A page for people. Left out, `lang` is Japanese. */
export const linkSchema = z.strictObject({
	url: z.url({ protocol: /^https$/ }),
	lang: z
		.string()
		.regex(/^[a-z]{2}(-[A-Z][a-z]{3})?$/, 'a language like en or zh-Hans')
		.optional(),
});
/** A label that is the same in every language (APN) may be a plain string. */
export const copySchema = z.strictObject({ label: z.union([line, textSchema]), value: line.max(256) });

export const methodSchema = z
	.strictObject({
		method: z.enum(METHODS),
		/** By which other carriers' files refer to it: `sameAs: docomo/move-esim/iphone`. */
		id: z
			.string()
			.regex(/^[a-z0-9-]+$/, 'small letters, digits and hyphens')
			.optional(),
		/** In which situation, or on which device, this method is the right one. It becomes the heading. */
		when: textSchema.optional(),
		forms: z.array(z.enum(FORMS)).min(1).optional(),
		billing: z.array(z.enum(BILLINGS)).min(1).optional(),
		needs: z.array(z.enum(NEEDS)).default([]),
		/** When somebody answers, in Japan's time. Left out where no source says so. */
		hours: z.array(hoursSchema).min(1).optional(),
		/** What the call costs. Left out where no source says so, or where it differs between the numbers or the phones. */
		call: z.enum(CALL_PRICES).optional(),
		steps: z.array(textSchema).min(1),
		links: z.array(linkSchema).default([]),
		copy: z.array(copySchema).default([]),
		say: saySchema.optional(),
		confidence: z.enum(CONFIDENCES),
		sources,
	})
	.refine(({ method, call }) => call === undefined || method === 'phone', {
		path: ['call'],
		message: 'nothing, since only a method "phone" is a call',
	});
export type MethodEntry = z.infer<typeof methodSchema>;

/** A claim that many guides repeat and that the sources refute. */
const mythSchema = z.strictObject({
	claim: textSchema,
	truth: textSchema,
	/** The languages in which it circulates. Left out = all of them. */
	locales: z.array(line).min(1).optional(),
	sources,
});
export type Myth = z.infer<typeof mythSchema>;

/**
 * What ends when: `days` after `from` the line is `then`, and `graceDays` later it is `graceThen`. Where the carrier
 * wants to be told in advance, that is `leadDays` before. Read by reminders.
 */
const deadlineSchema = z.strictObject({
	from: z.enum(DEADLINE_STARTS),
	days: z.int().min(0),
	// biome-ignore lint/suspicious/noThenProperty: the word of the data format; the object is never awaited.
	then: z.enum(DEADLINE_ENDS),
	leadDays: z.int().min(1).optional(),
	graceDays: z.int().min(1).optional(),
	graceThen: z.enum(DEADLINE_ENDS).optional(),
	sources,
});
export type Deadline = z.infer<typeof deadlineSchema>;

export const procedureSchema = z.strictObject({
	/** The answer in one sentence. */
	gist: textSchema,
	traps: z.array(textSchema).default([]),
	methods: z.array(methodSchema).min(1),
	deadline: deadlineSchema.optional(),
	myths: z.array(mythSchema).default([]),
});
export type ProcedureEntry = z.infer<typeof procedureSchema>;

/** What can be read off the card, the phone or the letters, by which a person finds out the carrier. */
export const cluesSchema = z.strictObject({
	apn: z.array(line).default([]),
	iccid: z.array(z.string().regex(/^89\d{2,10}$/, 'an ICCID prefix is 89 and 2 to 10 digits more')).default([]),
	app: z.array(line).default([]),
	printed: z.array(line).default([]),
});

/** Where people log in. What they need for it is left out where no source says more than the name does. */
const accountSchema = z.strictObject({
	/** A name that is the same in every language (My docomo) may be a plain string. */
	name: z.union([line, textSchema]),
	url: z.url({ protocol: /^https$/ }),
	login: textSchema.optional(),
});

export const carrierSchema = z.strictObject({
	names: textSchema,
	aliases: z.array(line),
	operator: line,
	kind: z.enum(KINDS),
	networks: z.array(z.enum(NETWORKS)),
	forms: z.array(z.enum(FORMS)).min(1),
	billing: z.array(z.enum(BILLINGS)).min(1),
	status: z.enum(STATUSES),
	/** What a person should know of the product's state: closed, followed by another, renamed. */
	statusNote: textSchema.optional(),
	replacedBy: line.optional(),
	officialDomains: z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a bare host name')).min(1),
	/** The page to open when no better one is known. */
	site: z.url({ protocol: /^https$/ }),
	account: accountSchema.optional(),
	clues: cluesSchema,
	/** How to recognise the card: the answer to identify-carrier. */
	identify: procedureSchema,
	/** The support channels: the answer to contact-support. */
	support: procedureSchema,
	/** What still works with no data left. Shown where a person in that state looks. */
	offline: z.strictObject({ steps: z.array(textSchema).min(1), say: saySchema.optional(), sources }).optional(),
});
export type CarrierEntry = z.infer<typeof carrierSchema>;

const categorySchema = z.strictObject({
	id: line,
	kinds: z.array(z.enum(KINDS)).min(1),
	names: textSchema,
	/** Carriers that stand before the others of the group, since most people look for one of them. */
	first: z.array(line).optional(),
});
export const categoriesSchema = z.array(categorySchema).min(1);
export type Category = z.infer<typeof categorySchema>;

/** Where the button of a guide stands, unless something leads to it by itself. */
const GUIDE_MENUS = ['pay'] as const;

/** A page that belongs to no carrier: how to go about something, or what works where. */
export const guideSchema = z
	.strictObject({
		names: textSchema,
		gist: textSchema,
		traps: z.array(textSchema).default([]),
		/** What to do, in this order. */
		steps: z.array(textSchema).default([]),
		points: z.array(textSchema).default([]),
		menu: z.enum(GUIDE_MENUS).optional(),
		/** What people need next, the likeliest first. */
		related: z.array(z.enum(PROCEDURES)).default([]),
		/** Carriers to which the guide has a button. */
		carriers: z.array(line).default([]),
		links: z.array(linkSchema).default([]),
		confidence: z.enum(CONFIDENCES),
		sources,
		myths: z.array(mythSchema).default([]),
	})
	.refine(({ steps, points }) => steps.length + points.length > 0, {
		path: ['steps'],
		message: 'at least one step or point',
	});
export type GuideEntry = z.infer<typeof guideSchema>;
