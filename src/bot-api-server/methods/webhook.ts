import type { Update } from 'grammy/types';
import { checkAllowedUpdates, checkSecretToken, checkWebhookUrl } from '../checks/updates.ts';
import { conflict } from '../errors.ts';
import { compact } from '../json.ts';
import type { BotApiMethod, MethodContext } from '../method.ts';
import { createWebhookState } from '../world/updates.ts';

/** LONG_POLL_MAX_TIMEOUT of tdlib/telegram-bot-api, in seconds. */
const MAX_TIMEOUT = 50;
const TERMINATED = 'terminated by other getUpdates request; make sure that only one bot instance is running';
const WEBHOOK_ACTIVE =
	"can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

export const getUpdates: BotApiMethod = {
	name: 'getUpdates',
	parameters: ['offset', 'limit', 'timeout', 'allowed_updates'],
	call: async (context) => {
		const { world, params } = context;
		if (world.webhook.url !== '') {
			throw conflict(WEBHOOK_ACTIVE);
		}
		// The later request wins, so a second instance takes the updates over from the first.
		world.endPoll?.(conflict(TERMINATED));
		checkAllowedUpdates(context);
		world.updates.confirmBefore(params.integer('offset') ?? 0);
		const seconds = Math.min(Math.max(params.integer('timeout') ?? 0, 0), MAX_TIMEOUT);
		if (seconds > 0 && world.updates.pending.length === 0) {
			await waitForUpdate(context, seconds * 1000);
		}
		return nextBatch(context);
	},
};

/** Only keeps the settings: the server connects to no URL. `server.deliverTo` delivers updates to one. */
export const setWebhook: BotApiMethod = {
	name: 'setWebhook',
	parameters: [
		...['url', 'certificate', 'ip_address', 'max_connections', 'allowed_updates'],
		...['drop_pending_updates', 'secret_token'],
	],
	call: (context) => {
		const { world, params } = context;
		const url = params.string('url') ?? '';
		const secretToken = checkSecretToken(params.string('secret_token'));
		if (url !== '') {
			checkWebhookUrl(url);
			world.endPoll?.(conflict('terminated by setWebhook request'));
		}
		checkAllowedUpdates(context);
		Object.assign(world.webhook, { url, secretToken, maxConnections: maxConnections(context) });
		world.webhook.ipAddress = params.string('ip_address');
		if (params.boolean('drop_pending_updates')) {
			world.updates.clear();
		}
		return true;
	},
};

export const deleteWebhook: BotApiMethod = {
	name: 'deleteWebhook',
	parameters: ['drop_pending_updates'],
	call: ({ world, params }) => {
		Object.assign(world.webhook, createWebhookState());
		if (params.boolean('drop_pending_updates')) {
			world.updates.clear();
		}
		return true;
	},
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

function nextBatch({ world, params }: MethodContext): Update[] {
	const limit = Math.min(Math.max(params.integer('limit') ?? 100, 1), 100);
	const offset = params.integer('offset') ?? 0;
	return world.updates.pending.filter((update) => update.update_id >= offset).slice(0, limit);
}

async function waitForUpdate({ world, signal }: MethodContext, milliseconds: number): Promise<void> {
	let stopListening = () => {};
	let timer: NodeJS.Timeout | undefined;
	let end: ((reason: Error) => void) | undefined;
	try {
		await new Promise<void>((resolve, reject) => {
			end = reject;
			world.endPoll = reject;
			timer = setTimeout(resolve, milliseconds);
			stopListening = world.updates.onArrival(() => resolve());
			signal.addEventListener('abort', () => resolve(), { once: true });
		});
	} finally {
		clearTimeout(timer);
		stopListening();
		if (world.endPoll === end) {
			world.endPoll = undefined;
		}
	}
}

/** "1-100. Defaults to 40"; Telegram clamps other values to that range. */
function maxConnections({ params }: MethodContext): number {
	return Math.min(Math.max(params.integer('max_connections') ?? 40, 1), 100);
}
