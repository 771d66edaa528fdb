import { createHash, timingSafeEqual } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Update } from 'grammy/types';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Intake } from '../bot/intake.ts';

/** Telegram's updates are a few kilobytes. */
const MAX_BODY_BYTES = 1024 * 1024;
const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

export type WebhookRoute = { path: string; secret: string; intake: Intake };
type HookContext = Context<{ Bindings: HttpBindings }>;

/**
 * Makes the one handler of the webhook's path. It takes headers from Node itself: as an object of the web's kind they
 * would cost as much as all the rest.
 */
export function createReceiver({ secret, intake }: WebhookRoute) {
	const isTelegram = createSecretCheck(secret);
	return async (context: HookContext): Promise<Response> => {
		const { headers, method } = context.env.incoming;
		// The secret first: a stranger's body is not even read.
		if (!isTelegram(headers[SECRET_HEADER])) {
			return context.text('', 401);
		}
		if (method !== 'POST') {
			return context.text('', 405, { allow: 'POST' });
		}
		const length = headers['content-length'];
		if (length === undefined) {
			return receiveCounted(context, intake);
		}
		return Number(length) > MAX_BODY_BYTES ? tooLong(context) : receive(context, intake);
	};
}

/** Compared as hashes, which are equally long, in a time that tells nothing about how far they agree. */
function createSecretCheck(secret: string): (given: string | string[] | undefined) => boolean {
	const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
	const expected = digest(secret);
	return (given) => timingSafeEqual(digest(String(given ?? '')), expected);
}

function tooLong(context: Context): Response {
	return context.text('', 413);
}

const countBody = bodyLimit({ maxSize: MAX_BODY_BYTES, onError: tooLong });

/** Telegram says how long a body is, and the server reads no more than was said; of others the bytes are counted. */
async function receiveCounted(context: HookContext, intake: Intake): Promise<Response> {
	let answer: Response | undefined;
	const refused = await countBody(context, async () => {
		answer = await receive(context, intake);
	});
	return refused ?? answer ?? tooLong(context);
}

/** Telegram takes anything but 2xx as "bring it again". */
async function receive(context: HookContext, intake: Intake): Promise<Response> {
	const update = await readUpdate(context);
	if (!update) {
		return context.text('not an update', 400);
	}
	const { outgoing } = context.env;
	return (await intake(update, () => outgoing.destroyed)) === 'done'
		? context.body(null, 200)
		: context.text('in hand', 503);
}

/** Only the number is checked here: of what kind an update is, and what it holds, a newer Telegram may know better. */
async function readUpdate({ req }: HookContext): Promise<Update | undefined> {
	const body: unknown = await req.json().catch(() => undefined);
	const id = typeof body === 'object' && body !== null ? (body as Partial<Update>).update_id : undefined;
	return Number.isSafeInteger(id) ? (body as Update) : undefined;
}
