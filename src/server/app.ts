import { Hono } from 'hono';
import type { Metrics } from '../metrics.ts';
import type { Health } from './health.ts';
import { type App, createReceiver, type WebhookRoute } from './receive.ts';

type Parts = { health: Health; metrics: Metrics; webhook?: WebhookRoute };

/**
 * What the bot answers over HTTP: whether it lives, whether it works, what it counted, and, with a webhook, Telegram.
 * All but the last are for the operator alone.
 */
export function createApp({ health, metrics, webhook }: Parts): App {
	const app: App = new Hono();
	app.get('/healthz', (context) => context.text('ok'));
	app.get('/readyz', async (context) => {
		const state = await health();
		return context.json(state, state.ready ? 200 : 503);
	});
	app.get('/metrics', async (context) => context.text(await metrics.render()));
	if (webhook) {
		app.route('/', createReceiver(webhook));
	}
	app.onError((_error, context) => context.text('', 500));
	return app;
}
