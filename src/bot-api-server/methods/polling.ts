import { setTimeout as delay } from 'node:timers/promises';
import { checkAllowedUpdates } from '../checks/updates.ts';
import { type BotApiError, conflict } from '../errors.ts';
import type { BotApiMethod, MethodContext } from '../method.ts';

/** LONG_POLL_MAX_TIMEOUT of telegram-bot-api, in seconds. */
const MAX_TIMEOUT = 50;
/**
 * Whoever asks for the same offset again within half a second gets one update only, and within three seconds waits at
 * least three (process_get_updates_query of telegram-bot-api).
 */
const SINGLE_WITHIN_MS = 500;
const PATIENT_WITHIN_MS = 3000;
const PATIENT_SECONDS = 3;
/** fail_query_conflict: the first 409 comes at once, those after it so much later. */
const CONFLICT_PAUSE_MS = 3000;

const TERMINATED = 'terminated by other getUpdates request; make sure that only one bot instance is running';
const WEBHOOK_ACTIVE =
	"can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

export const getUpdates: BotApiMethod = {
	name: 'getUpdates',
	parameters: ['offset', 'limit', 'timeout', 'allowed_updates'],
	call: async (context) => {
		const { world, params } = context;
		if (world.webhook.url !== '' || world.polling.endSetWebhook) {
			throw await heldBack(context, conflict(WEBHOOK_ACTIVE));
		}
		const offset = params.integer('offset') ?? 0;
		const limits = readLimits(context, offset);
		checkAllowedUpdates(context);
		const waiting = world.updates.from(offset);
		if (waiting.length > 0 || limits.seconds === 0) {
			return waiting.slice(0, limits.count);
		}
		// The later request wins, so a second instance takes the updates over from the first.
		world.polling.end?.(conflict(TERMINATED));
		await waitForUpdate(context, limits.seconds * 1000);
		return world.updates.from(offset).slice(0, limits.count);
	},
};

type Limits = { count: number; seconds: number };

function readLimits({ world: { polling }, params }: MethodContext, offset: number): Limits {
	const count = Math.min(Math.max(params.integer('limit') ?? 100, 1), 100);
	const seconds = Math.min(Math.max(params.integer('timeout') ?? 0, 0), MAX_TIMEOUT);
	const now = performance.now();
	const since = offset === polling.offset ? now - polling.startedAt : Number.POSITIVE_INFINITY;
	Object.assign(polling, { offset, startedAt: now });
	return {
		count: since < SINGLE_WITHIN_MS ? 1 : count,
		seconds: since < PATIENT_WITHIN_MS ? Math.max(seconds, PATIENT_SECONDS) : seconds,
	};
}

async function waitForUpdate({ world, signal }: MethodContext, milliseconds: number): Promise<void> {
	const { polling, updates } = world;
	let stopListening = (): void => undefined;
	let timer: NodeJS.Timeout | undefined;
	let end: ((reason: Error) => void) | undefined;
	try {
		await new Promise<void>((resolve, reject) => {
			end = reject;
			polling.end = reject;
			timer = setTimeout(resolve, milliseconds);
			stopListening = updates.onArrival(() => resolve());
			signal.addEventListener('abort', () => resolve(), { once: true });
		});
	} catch (error) {
		throw await heldBack({ world, signal }, error as BotApiError);
	} finally {
		clearTimeout(timer);
		stopListening();
		if (polling.end === end) {
			polling.end = undefined;
		}
	}
}

async function heldBack(
	{ world: { polling }, signal }: Pick<MethodContext, 'world' | 'signal'>,
	error: BotApiError,
): Promise<BotApiError> {
	const now = performance.now();
	if (now >= polling.nextConflictAt) {
		polling.nextConflictAt = now + CONFLICT_PAUSE_MS;
	} else {
		await delay(CONFLICT_PAUSE_MS, undefined, { signal }).catch(() => undefined);
	}
	return error;
}
