import { createHash, timingSafeEqual } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Update } from 'grammy/types';
import { type Context, Hono, type Next } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Intake } from '../bot/intake.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Health } from './health.ts';

/** Telegram's updates are a few kilobytes. */
const MAX_BODY_BYTES = 1024 * 1024;
const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

export type WebhookRoute = { path: string; secret: string; intake: Intake };
type Parts = { health: Health; metrics: Metrics; webhook?: WebhookRoute };

/**
 * What the bot answers over HTTP: whether it lives, whether it works, what it counted, and, with a webhook, Telegram.
 * All but the last are for the operator alone.
 */
export function createApp({ health, metrics, webhook }: Parts): Hono {
	const app = new Hono();
	app.get('/healthz', (context) => context.text('ok'));
	app.get('/readyz', async (context) => {
		const state = await health();
		return context.json(state, state.ready ? 200 : 503);
	});
	app.get('/metrics', async (context) => context.text(await metrics.render()));
	if (webhook) {
		// The secret first: a stranger's body is not even read.
		app.use(webhook.path, async (context, next) =>
			isTelegram(context, webhook.secret) ? next() : context.text('', 401),
		);
		app.post(webhook.path, refuseLong, (context) => receive(context, webhook.intake));
		app.all(webhook.path, (context) => context.text('', 405, { allow: 'POST' }));
	}
	app.onError((_error, context) => context.text('', 500));
	return app;
}

const tooLong = (context: Context): Response => context.text('', 413);
const countBody = bodyLimit({ maxSize: MAX_BODY_BYTES, onError: tooLong });

/** Telegram says how long a body is, and the server reads no more than was said; of others the bytes are counted. */
async function refuseLong(context: Context, next: Next): Promise<Response | undefined> {
	const length = context.req.header('content-length');
	if (length === undefined) {
		return (await countBody(context, next)) ?? undefined;
	}
	if (Number(length) > MAX_BODY_BYTES) {
		return tooLong(context);
	}
	await next();
	return undefined;
}

/** Compared as hashes, which are equally long, in a time that tells nothing about how far they agree. */
function isTelegram({ req }: Context, secret: string): boolean {
	const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(req.header(SECRET_HEADER) ?? ''), digest(secret));
}

/** Telegram takes anything but 2xx as "bring it again". */
async function receive(context: Context, intake: Intake): Promise<Response> {
	const update = await readUpdate(context);
	if (!update) {
		return context.text('not an update', 400);
	}
	const { outgoing } = (context.env ?? {}) as Partial<HttpBindings>;
	return (await intake(update, () => outgoing?.destroyed === true)) === 'done'
		? context.body(null, 200)
		: context.text('in hand', 503);
}

/** Only the number is checked here: of what kind an update is, and what it holds, a newer Telegram may know better. */
async function readUpdate({ req }: Context): Promise<Update | undefined> {
	const body: unknown = await req.json().catch(() => undefined);
	const id = typeof body === 'object' && body !== null ? (body as Partial<Update>).update_id : undefined;
	return Number.isSafeInteger(id) ? (body as Update) : undefined;
}
