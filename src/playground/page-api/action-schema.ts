import { z } from 'zod';
import type { UserAction } from './protocol.ts';

/** "1-4096 characters" (sendMessage.text); clients limit people in the same way. */
const TEXT_LIMIT = 4096;
/** "0-1024 characters" (sendPhoto.caption). */
const CAPTION_LIMIT = 1024;
/** Base64 of what is left of the largest action. The page sends less than a tenth of it. */
const PHOTO_LIMIT = 900_000;
const PHOTO_SIDE_LIMIT = 4096;
/** InlineQuery.query: "up to 256 characters". */
const QUERY_LIMIT = 256;

const id = z.number().int().nonnegative();
const person = z.string().max(64);
const chat = z.string().max(128);

const side = z.number().int().min(1).max(PHOTO_SIDE_LIMIT);
const media = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('photo'), width: side, height: side, data: z.base64().max(PHOTO_LIMIT) }),
	z.strictObject({ kind: z.enum(['sticker', 'voice', 'place']) }),
]);

const userAction = z.discriminatedUnion('action', [
	z.strictObject({
		action: z.literal('send'),
		person,
		chat,
		text: z.string().min(1).max(TEXT_LIMIT),
		replyTo: id.optional(),
	}),
	z.strictObject({
		action: z.literal('post'),
		person,
		chat,
		media,
		caption: z.string().max(CAPTION_LIMIT).optional(),
		replyTo: id.optional(),
	}),
	z.strictObject({ action: z.literal('tap'), person, message: id, row: id, column: id }),
	z.strictObject({ action: z.literal('inline'), person, chat, query: z.string().max(QUERY_LIMIT) }),
	z.strictObject({ action: z.literal('choose'), person, chat, result: z.string().max(64) }),
	z.strictObject({ action: z.literal('start'), person, payload: z.string().regex(/^[\w-]{0,64}$/) }),
	z.strictObject({ action: z.literal('clock'), days: z.number().int().min(1).max(366) }),
]);

/** Validates the body of a request. @returns the action, or what is wrong with it */
export function readAction(body: string): { action: UserAction } | { problem: string } {
	const parsed = userAction.safeParse(parseJson(body));
	if (parsed.success) {
		return { action: parsed.data as UserAction };
	}
	const [issue] = parsed.error.issues;
	return { problem: `The action cannot be read: ${issue?.path.join('.') || 'JSON'}: ${issue?.message}.` };
}

/** @returns undefined for what is no JSON, which the schema then refuses */
function parseJson(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
}
