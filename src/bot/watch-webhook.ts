import type { Api } from 'grammy';
import type { Logger } from 'pino';
import type { UpdatesProblem } from './polling/index.ts';
import { publishWebhook, type Webhook } from './webhook.ts';

/** Often enough that a webhook that was taken away is missed for a minute at most. */
const EVERY_MS = 60_000;

export type WebhookWatch = {
	/** Why no updates come in, where none do. */
	problem: () => UpdatesProblem | undefined;
	stop: () => void;
};

/**
 * Looks now and then whether the webhook is still ours, and sets it again where another process has removed or changed it:
 * a developer who starts the bot with the production token takes all updates away, and nobody would notice.
 * @param everyMs shorter in tests
 */
export function watchWebhook(api: Api, webhook: Webhook, log: Logger, everyMs = EVERY_MS): WebhookWatch {
	let problem: UpdatesProblem | undefined;
	let setAt = secondsNow();
	let isLooking = false;
	const look = async (): Promise<void> => {
		if (isLooking) {
			return;
		}
		isLooking = true;
		try {
			if (await publishWebhook(api, webhook, setAt)) {
				setAt = secondsNow();
				log.warn('the webhook was gone or another one, and was set again: does another process use the token?');
			}
			problem = undefined;
		} catch (error) {
			problem = 'webhook';
			log.warn({ err: error }, 'whether the webhook is still set cannot be told');
		} finally {
			isLooking = false;
		}
	};
	const timer = setInterval(() => void look(), everyMs);
	return { problem: () => problem, stop: () => clearInterval(timer) };
}

function secondsNow(): number {
	return Math.floor(Date.now() / 1000);
}
