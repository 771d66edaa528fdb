import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { Deps } from './bot/deps.ts';
import { createHandleOnce } from './bot/handle-once.ts';
import { type Polling, startPolling, type UpdatesProblem } from './bot/polling/index.ts';
import type { ReloadableBot } from './bot/reloadable-bot.ts';
import { backOffSeconds } from './bot/retry.ts';
import { type WebhookWatch, watchWebhook } from './bot/watch-webhook.ts';
import { publishWebhook, removeWebhook, type Webhook } from './bot/webhook.ts';
import type { Config } from './config.ts';
import { OperatorError } from './errors.ts';
import type { WebhookRoute } from './server/receive.ts';

/** How updates come in. Everything behind that is the same. */
export type Transport = {
	/** Ends when `stop` was called; throws what no waiting can mend. */
	done: Promise<void>;
	/** Takes no more updates and finishes those in hand. */
	stop: () => Promise<void>;
};

type Handler = Pick<ReloadableBot, 'api' | 'handleUpdate'>;

/** Starts whatever the configuration asks for: polling, or a server to which Telegram brings updates. */
export async function startTransport(config: Config, bot: Handler, deps: Deps): Promise<Transport> {
	if (config.mode === 'webhook') {
		const { url, path, secret } = config;
		const handleOnce = createHandleOnce(bot, deps, { isShared: true });
		let watch: WebhookWatch | undefined;
		const serving = await serve(config, bot.api, deps, {
			webhook: { path, secret, handleOnce },
			problem: () => watch?.problem(),
		});
		// Only now: what Telegram brings is answered.
		await publishAtStart(bot.api, { url, secret }, deps.log).catch(async (error) => {
			await serving.stop();
			throw error;
		});
		watch = watchWebhook(bot.api, { url, secret }, deps.log);
		return {
			done: serving.done,
			stop: async () => {
				watch?.stop();
				await serving.stop();
			},
		};
	}
	const operator = config.mode === 'polling' ? config.operator : undefined;
	let polling: Polling | undefined;
	const server = operator && (await serve(operator, bot.api, deps, { problem: () => polling?.problem() }));
	// Polling does not wait for that: where a webhook is still set, Telegram says so, and it is taken back then.
	await removeWebhook(bot.api).catch((error) => deps.log.warn({ err: error }, 'a webhook may still be set'));
	const handleOnce = createHandleOnce(bot, deps, { isShared: false });
	const started = startPolling(bot.api, handleOnce, { ...deps, removeWebhook: () => bot.api.deleteWebhook() });
	polling = started;
	return {
		done: started.done,
		stop: async () => {
			await Promise.all([started.stop(), server?.stop()]);
		},
	};
}

/** Until Telegram can be reached, each failure is told. @throws OperatorError where Telegram refuses the address */
async function publishAtStart(api: Api, webhook: Webhook, log: Deps['log']): Promise<void> {
	for (let failures = 1; ; failures += 1) {
		try {
			await publishWebhook(api, webhook);
			return;
		} catch (error) {
			if (error instanceof OperatorError) {
				throw error;
			}
			const seconds = backOffSeconds(failures, undefined);
			log.warn({ err: error, seconds }, 'the webhook could not be set, trying again');
			await sleep(seconds * 1000);
		}
	}
}

type Address = { host: string; port: number };

async function serve(
	address: Address,
	api: Api,
	{ store, metrics, now, log }: Deps,
	{ webhook, problem }: { webhook?: WebhookRoute; problem: () => UpdatesProblem | undefined },
): Promise<Transport> {
	// Loaded only here: a bot that polls and tells nobody how it is needs no server.
	const { createApp } = await import('./server/app.ts');
	const { createHealth } = await import('./server/health.ts');
	const { listen } = await import('./server/listen.ts');
	const app = createApp({
		health: createHealth({ api, store, metrics, now, problem }),
		metrics,
		...(webhook ? { webhook } : {}),
	});
	const server = await listen(app, address);
	log.info({ host: address.host, port: server.port }, 'listening');
	let end = (): void => undefined;
	const done = new Promise<void>((resolve) => {
		end = resolve;
	});
	return { done, stop: () => server.close().then(end) };
}
