import { Agent, type IncomingMessage, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Update } from 'grammy/types';
import type { World } from './world/world.ts';

export type WebhookDelivery = {
	/** Where the bot really listens, usually on loopback, whatever URL setWebhook was given. */
	target: string;
	/** What Telegram's pauses are counted in, in milliseconds: a second, or less for tests in a hurry. */
	pauseMs?: number;
	signal: AbortSignal;
};

/** WEBHOOK_MAX_RESEND_TIMEOUT of telegram-bot-api: pauses grow to between this and twice as much. */
const MAX_PAUSE = 60;
const MAX_RETRY_AFTER = 3600;
/** HttpOutboundConnection of telegram-bot-api is given up after this time without an answer. */
const READ_TIMEOUT_MS = 60_000;

/**
 * Posts updates as Telegram does: one after the other within a queue, queues beside each other, and again until the
 * answer is 2xx, which confirms the update: at once after the first failure, then after 2, 4, 8 … seconds, or when
 * Retry-After says (WebhookActor of telegram-bot-api).
 */
export function startWebhook(world: World, delivery: WebhookDelivery): () => void {
	const queues = new Map<string, Promise<void>>();
	const agent = new Agent({ keepAlive: true });
	delivery.signal.addEventListener('abort', () => agent.destroy(), { once: true });
	const take = (update: Update): void => {
		const key = queueOf(update);
		const previous = queues.get(key) ?? Promise.resolve();
		queues.set(
			key,
			previous.then(() => post(world, update, { ...delivery, agent })),
		);
	};
	for (const update of world.updates.pending) {
		take(update);
	}
	return world.onUpdate(take);
}

/** Queries wait for those of the same person, messages for those of the same chat (webhook_queue_id of telegram-bot-api). */
function queueOf(update: Update): string {
	const [kind = ''] = Object.keys(update).filter((key) => key !== 'update_id');
	const { message, edited_message, callback_query, inline_query, chosen_inline_result, guest_message } = update;
	const person = callback_query ?? inline_query ?? chosen_inline_result;
	if (person) {
		return `${kind}:${person.from.id}`;
	}
	const chat = (message ?? edited_message)?.chat;
	return chat ? `${chat.id}` : `${kind}:${(guest_message ?? update.my_chat_member ?? update.chat_member)?.chat.id}`;
}

type Post = WebhookDelivery & { agent: Agent };

async function post(world: World, update: Update, delivery: Post): Promise<void> {
	const { pauseMs = 1000, signal } = delivery;
	const nextPause = createPauses();
	while (!signal.aborted) {
		const expiresAt = world.updates.expiresAt(update.update_id) ?? 0;
		const failure = expiresAt > world.now() ? await tryPost(world, update, delivery) : undefined;
		const pause = failure ? nextPause(failure) * pauseMs : 0;
		if (!failure || world.now() + pause > expiresAt) {
			world.confirm(update.update_id);
			return;
		}
		world.webhook.lastError = { date: world.seconds(), message: failure.problem };
		await delay(pause, undefined, { signal }).catch(() => undefined);
	}
}

/** on_update_error of telegram-bot-api: the units to wait after each failure of one update. */
function createPauses(): (failure: Failure) => number {
	let pause = 1;
	let failures = 0;
	return ({ retryAfter }) => {
		failures += 1;
		if (retryAfter > 0 || failures === 1) {
			return retryAfter;
		}
		pause = Math.min(pause * 2, MAX_PAUSE * (1 + Math.random()));
		return pause;
	};
}

/** Why the bot has not taken an update, and the seconds that it asks to wait (0 for none). */
type Failure = { problem: string; retryAfter: number };

async function tryPost(world: World, update: Update, delivery: Post): Promise<Failure | undefined> {
	const secret = world.webhook.secretToken;
	const secretHeader = secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret };
	try {
		const { statusCode = 0, statusMessage, headers } = await postJson(JSON.stringify(update), secretHeader, delivery);
		const retryAfter = Math.min(Math.max(Number.parseInt(headers['retry-after'] ?? '0', 10) || 0, 0), MAX_RETRY_AFTER);
		return statusCode >= 200 && statusCode < 300
			? undefined
			: { problem: `Wrong response from the webhook: ${statusCode} ${statusMessage}`, retryAfter };
	} catch (error) {
		return { problem: error instanceof Error ? error.message : String(error), retryAfter: 0 };
	}
}

/** Uses node:http because fetch needs more CPU time than the bot that is benchmarked against this server. */
function postJson(body: string, headers: object, { target, agent }: Post): Promise<IncomingMessage> {
	return new Promise((resolve, reject) => {
		const length = Buffer.byteLength(body);
		const described = { 'content-type': 'application/json', 'content-length': length, ...headers };
		const outgoing = request(target, { method: 'POST', agent, headers: described, timeout: READ_TIMEOUT_MS });
		outgoing.on('error', reject);
		outgoing.on('timeout', () => outgoing.destroy(new Error('Read timeout expired')));
		outgoing.on('response', (answer) => {
			answer.on('error', reject);
			answer.on('end', () => resolve(answer));
			answer.resume();
		});
		outgoing.end(body);
	});
}
