import { setTimeout as delay } from 'node:timers/promises';
import type { Update } from 'grammy/types';
import type { World } from './world/world.ts';

export type WebhookDelivery = {
	/** Where the bot listens; in a test this is loopback, whatever URL setWebhook was told. */
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
	const take = (update: Update) => {
		const key = queueOf(update);
		const previous = queues.get(key) ?? Promise.resolve();
		queues.set(
			key,
			previous.then(() => post(world, update, delivery)),
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

async function post(world: World, update: Update, { target, retryMs = 50, signal }: WebhookDelivery): Promise<void> {
	while (!signal.aborted) {
		const problem = await tryPost(world, update, target, signal);
		if (problem === undefined) {
			world.confirm(update.update_id);
			return;
		}
		world.webhook.lastError = { date: world.seconds(), message: problem };
		await delay(retryMs);
	}
}

async function tryPost(world: World, update: Update, target: string, signal: AbortSignal): Promise<string | undefined> {
	const secret = world.webhook.secretToken;
	const headers = {
		'content-type': 'application/json',
		...(secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret }),
	};
	try {
		const response = await fetch(target, { method: 'POST', headers, body: JSON.stringify(update), signal });
		await response.arrayBuffer();
		return response.ok ? undefined : `Wrong response from the webhook: ${response.status} ${response.statusText}`;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}
