import { Agent, type IncomingMessage, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Update } from 'grammy/types';
import type { World } from './world/world.ts';

type WebhookDelivery = {
	/** Where the bot really listens, usually on loopback, whatever URL setWebhook was given. */
	target: string;
	retryMs?: number;
	signal: AbortSignal;
};

/**
 * Posts updates as Telegram does: one after the other within a chat, chats beside each other (WebhookActor of
 * tdlib/telegram-bot-api), again and again until the answer is 2xx, which confirms the update.
 */
export function startWebhook(world: World, delivery: WebhookDelivery): () => void {
	const queues = new Map<number, Promise<void>>();
	const agent = new Agent({ keepAlive: true });
	delivery.signal.addEventListener('abort', () => agent.destroy(), { once: true });
	const take = (update: Update) => {
		const key = queueOf(update);
		const previous = queues.get(key) ?? Promise.resolve();
		queues.set(
			key,
			previous.then(() => post(world, update, { ...delivery, agent })),
		);
	};
	for (const update of [...world.updates.pending]) {
		take(update);
	}
	return world.onUpdate(take);
}

function queueOf({ message, edited_message, callback_query, ...rest }: Update): number {
	const chat = message?.chat ?? edited_message?.chat ?? callback_query?.message?.chat ?? rest.my_chat_member?.chat;
	return chat?.id ?? 0;
}

type Post = WebhookDelivery & { agent: Agent };

async function post(world: World, update: Update, delivery: Post): Promise<void> {
	const { retryMs = 50, signal } = delivery;
	while (!signal.aborted) {
		const problem = await tryPost(world, update, delivery);
		if (problem === undefined) {
			world.confirm(update.update_id);
			return;
		}
		world.webhook.lastError = { date: world.seconds(), message: problem };
		await delay(retryMs);
	}
}

async function tryPost(world: World, update: Update, delivery: Post): Promise<string | undefined> {
	const secret = world.webhook.secretToken;
	const headers = secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret };
	try {
		const { statusCode = 0, statusMessage } = await postJson(JSON.stringify(update), headers, delivery);
		const isTaken = statusCode >= 200 && statusCode < 300;
		return isTaken ? undefined : `Wrong response from the webhook: ${statusCode} ${statusMessage}`;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

/** Uses node:http because fetch needs more CPU time than the bot that is benchmarked against this server. */
function postJson(body: string, headers: object, { target, agent }: Post): Promise<IncomingMessage> {
	return new Promise((resolve, reject) => {
		const length = Buffer.byteLength(body);
		const described = { 'content-type': 'application/json', 'content-length': length, ...headers };
		const outgoing = request(target, { method: 'POST', agent, headers: described });
		outgoing.on('error', reject);
		outgoing.on('response', (answer) => {
			answer.on('error', reject);
			answer.on('end', () => resolve(answer));
			answer.resume();
		});
		outgoing.end(body);
	});
}
