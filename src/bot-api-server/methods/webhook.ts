import { setTimeout as delay } from 'node:timers/promises';
import { checkAllowedUpdates, checkSecretToken, checkWebhookUrl } from '../checks/updates.ts';
import { conflict, tooManyRequests } from '../errors.ts';
import { compact } from '../json.ts';
import type { BotApiMethod, MethodContext } from '../method.ts';
import { createWebhookState, type WebhookState } from '../world/transport.ts';

/** process_set_webhook_query of telegram-bot-api: a second one within a second is refused. */
const PAUSE_MS = 1000;

/** Only keeps the settings: the server connects to no URL. `server.deliverTo` delivers updates to one. */
export const setWebhook: BotApiMethod = {
	name: 'setWebhook',
	parameters: [
		...['url', 'certificate', 'ip_address', 'max_connections', 'allowed_updates'],
		...['drop_pending_updates', 'secret_token'],
	],
	call: (context) => {
		const { params } = context;
		const url = params.string('url') ?? '';
		if (url !== '') {
			checkPause(context);
		}
		const secretToken = checkSecretToken(params.string('secret_token'));
		if (url !== '') {
			checkWebhookUrl(url);
		}
		const ipAddress = params.string('ip_address');
		return change(context, { url, secretToken, maxConnections: maxConnections(context), ipAddress });
	},
};

export const deleteWebhook: BotApiMethod = {
	name: 'deleteWebhook',
	parameters: ['drop_pending_updates'],
	call: (context) => change(context, createWebhookState()),
};

export const getWebhookInfo: BotApiMethod = {
	name: 'getWebhookInfo',
	parameters: [],
	call: ({ world: { webhook, updates } }) => ({
		url: webhook.url,
		has_custom_certificate: false,
		pending_update_count: updates.pending.length,
		...compact({
			ip_address: webhook.ipAddress,
			max_connections: webhook.url === '' ? undefined : webhook.maxConnections,
			allowed_updates: updates.allowed.length > 0 ? updates.allowed : undefined,
			last_error_date: webhook.lastError?.date,
			last_error_message: webhook.lastError?.message,
		}),
	}),
};

function checkPause({ world: { polling } }: MethodContext): void {
	const now = performance.now();
	if (now < polling.nextWebhookAt) {
		throw tooManyRequests(1);
	}
	polling.nextWebhookAt = now + PAUSE_MS;
}

type Settings = Omit<WebhookState, 'lastError'>;

/** A running poll ends; a change that still waits for the webhook before it to close gives way to a later one. */
async function change(context: MethodContext, settings: Settings): Promise<true> {
	const { world, params } = context;
	world.polling.endSetWebhook?.(conflict('terminated by other setWebhook'));
	if (settings.url !== '') {
		world.polling.end?.(conflict('terminated by setWebhook request'));
	}
	const { lastError: _kept, ...before } = world.webhook;
	if (before.url !== '' && JSON.stringify(before) !== JSON.stringify(settings)) {
		await closeWebhook(context);
	}
	checkAllowedUpdates(context);
	Object.assign(world.webhook, settings, settings.url === before.url ? {} : { lastError: undefined });
	if (params.boolean('drop_pending_updates')) {
		world.updates.clear();
	}
	return true;
}

async function closeWebhook({ world: { polling }, signal }: MethodContext): Promise<void> {
	let end: ((reason: Error) => void) | undefined;
	const replaced = new Promise<never>((_resolve, reject) => {
		end = reject;
		polling.endSetWebhook = reject;
	});
	try {
		await Promise.race([replaced, delay(polling.closingMs, undefined, { signal }).catch(() => undefined)]);
	} finally {
		if (polling.endSetWebhook === end) {
			polling.endSetWebhook = undefined;
		}
	}
}

/** "1-100. Defaults to 40"; Telegram clamps other values to that range. */
function maxConnections({ params }: MethodContext): number {
	return Math.min(Math.max(params.integer('max_connections') ?? 40, 1), 100);
}
