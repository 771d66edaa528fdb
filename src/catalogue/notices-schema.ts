import { z } from 'zod';
import { sourceSchema, textSchema } from './schema.ts';
import { CONFIDENCES, DUES, NOTICE_KINDS, PROCEDURES, STAGES } from './vocabulary.ts';

const line = z.string().trim().min(1);
const sources = z.array(sourceSchema).min(1);

/**
 * What a text must hold: one phrase of each group, however it is spaced. Phrases are data by which a text is recognised,
 * and are never shown.
 */
const phrases = z.array(z.array(line.max(60)).min(1)).min(1);

/** What a carrier writes when, and what follows from it. */
const noticeSchema = z.strictObject({
	kind: z.enum(NOTICE_KINDS),
	stage: z.enum(STAGES),
	phrases,
	/** With one of these it is something else. */
	unless: z.array(line.max(60)).default([]),
	means: textSchema,
	/** What to do, without the message. */
	act: textSchema,
	due: z.enum(DUES),
	/** The answer that tells how. */
	next: z.enum(PROCEDURES),
	confidence: z.enum(CONFIDENCES),
	sources,
});
export type Notice = z.infer<typeof noticeSchema>;

/** What impostors write in the carrier's name, as the carrier itself or others published it, in our own words. */
const fakeSchema = z.strictObject({ phrases, says: textSchema, sources });
export type Fake = z.infer<typeof fakeSchema>;

export const noticesSchema = z.strictObject({
	notices: z.array(noticeSchema).default([]),
	fakes: z.array(fakeSchema).default([]),
	/** Hosts to which the carrier's own messages lead, beside its official domains. */
	domains: z
		.array(z.strictObject({ host: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a bare host name'), sources }))
		.default([]),
	/** Numbers from which the carrier sends messages. */
	senders: z.array(z.strictObject({ value: line.max(20), sources })).default([]),
});
export type Notices = z.infer<typeof noticesSchema>;

/** The file of what holds with any carrier. */
export const ANY_CARRIER = 'any';
