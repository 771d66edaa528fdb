import { z } from 'zod';
import type { Act } from './types.ts';

/** "1-4096 characters" (sendMessage.text), which holds for people too. */
const TEXT_LIMIT = 4096;
/** InlineQuery.query: "up to 256 characters". */
const QUERY_LIMIT = 256;

const id = z.number().int().nonnegative();
const person = z.string().max(64);
const chat = z.string().max(128);

const act = z.discriminatedUnion('act', [
	z.strictObject({
		act: z.literal('send'),
		person,
		chat,
		text: z.string().min(1).max(TEXT_LIMIT),
		replyTo: id.optional(),
	}),
	z.strictObject({ act: z.literal('tap'), person, message: id, row: id, column: id }),
	z.strictObject({ act: z.literal('inline'), person, chat, query: z.string().max(QUERY_LIMIT) }),
	z.strictObject({ act: z.literal('choose'), person, chat, result: z.string().max(64) }),
	z.strictObject({ act: z.literal('start'), person, payload: z.string().regex(/^[\w-]{0,64}$/) }),
	z.strictObject({ act: z.literal('clock'), days: z.number().int().min(1).max(366) }),
]);

/** Reads what a page sent. @returns the act, or what is wrong with it */
export function readAct(body: string): { act: Act } | { problem: string } {
	const parsed = act.safeParse(parse(body));
	if (parsed.success) {
		return { act: parsed.data as Act };
	}
	const [issue] = parsed.error.issues;
	return { problem: `The act cannot be read: ${issue?.path.join('.') || 'JSON'}: ${issue?.message}.` };
}

function parse(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		// Refused below, as anything that is no act.
		return undefined;
	}
}
