import type { Update } from 'grammy/types';
import { checkAllowedUpdates } from '../checks/allowed-updates.ts';
import { conflict } from '../errors.ts';
import type { BotApiMethod, MethodContext } from '../method.ts';

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
		// The later request wins: that is how a second instance takes the bot over.
		world.endPoll?.(conflict(TERMINATED));
		checkAllowedUpdates(context);
		world.updates.confirmBefore(params.integer('offset') ?? 0);
		const seconds = Math.min(Math.max(params.integer('timeout') ?? 0, 0), MAX_TIMEOUT);
		if (seconds > 0 && world.updates.pending.length === 0) {
			await waitForUpdate(context, seconds * 1000);
		}
		return batch(context);
	},
};

function batch({ world, params }: MethodContext): Update[] {
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
