import { createHash, timingSafeEqual } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Update } from 'grammy/types';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { HandleOnce } from '../bot/handle-once.ts';

/** Telegram's updates are a few kilobytes. */
const MAX_BODY_BYTES = 1024 * 1024;
const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

/** Handlers see the request of Node too, since only that tells whether the client is still there. */
export type App = Hono<{ Bindings: HttpBindings }>;

export type WebhookRoute = { path: string; secret: string; handleOnce: HandleOnce };

/** The webhook's path. Telegram takes anything but 2xx as "deliver it again". */
export function createReceiver({ path, secret, handleOnce }: WebhookRoute): App {
	const receiver: App = new Hono();
	const isTelegram = createSecretCheck(secret);
	receiver.use(path, async (context, next) => {
		// The secret first: a stranger's body is not even read.
		if (!isTelegram(context.req.header(SECRET_HEADER))) {
			return context.text('', 401);
		}
		return context.req.method === 'POST' ? next() : context.text('', 405, { allow: 'POST' });
	});
	receiver.use(path, bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (context) => context.text('', 413) }));
	receiver.post(path, async (context) => {
		const update = readUpdate(await context.req.json().catch(() => undefined));
		if (!update) {
			return context.text('not an update', 400);
		}
		const { outgoing } = context.env;
		return (await handleOnce(update, () => outgoing.destroyed)) === 'done'
			? context.body(null, 200)
			: context.text('in hand', 503, { 'retry-after': '1' });
	});
	return receiver;
}

/** Compared as hashes, which are equally long, in a time that tells nothing about how far they agree. */
function createSecretCheck(secret: string): (given: string | undefined) => boolean {
	const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
	const expected = digest(secret);
	return (given) => timingSafeEqual(digest(given ?? ''), expected);
}

/** Only the number is checked here: of what kind an update is, and what it holds, a newer Telegram may know better. */
function readUpdate(body: unknown): Update | undefined {
	const id = typeof body === 'object' && body !== null ? (body as Partial<Update>).update_id : undefined;
	return Number.isSafeInteger(id) ? (body as Update) : undefined;
}
