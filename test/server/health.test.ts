import { setTimeout as wait } from 'node:timers/promises';
import { Api } from 'grammy';
import pino from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { watchWebhook } from '../../src/bot/watch-webhook.ts';
import { createBotApiServer } from '../../src/bot-api-server/index.ts';
import { createMetrics } from '../../src/metrics.ts';
import { createHealth } from '../../src/server/health.ts';
import { brokenStore, withFallbacks } from '../../src/storage/fallback.ts';
import { openLibsqlStore } from '../../src/storage/libsql/index.ts';
import { temporaryFolder } from '../support/nokori.ts';

const log = pino({ level: 'silent' });

async function open() {
	const server = await createBotApiServer();
	onTestFinished(() => server.close());
	const store = openLibsqlStore(temporaryFolder());
	onTestFinished(() => store.close());
	const metrics = createMetrics();
	const parts = { api: new Api(server.token, { apiRoot: server.url }), store: withFallbacks(store, log), metrics };
	return { server, metrics, parts: { ...parts, now: Date.now } };
}

test('a bot that works is ready, without a reason', async () => {
	const { parts, metrics } = await open();
	expect(await createHealth(parts)()).toEqual({
		...{ ready: true, telegram: true, store: true, updates: true, reasons: [], lastUpdate: null },
	});
	expect(await metrics.render()).toContain('nokori_not_ready{reason="store"} 0');
});

test('a store that can be read and not written is told', async () => {
	const { parts, metrics } = await open();
	const full = { ...parts.store, markSeen: brokenStore('the disk is full').markSeen };
	const health = createHealth({ ...parts, store: withFallbacks(full, log) });
	expect(await health()).toMatchObject({ ready: false, store: false, reasons: ['store'] });
	expect(await metrics.render()).toContain('nokori_not_ready{reason="store"} 1');
});

test('Telegram that does not answer is told', async () => {
	const { parts, server } = await open();
	server.faults.next({ method: 'getMe', errorCode: 502 });
	expect(await createHealth(parts)()).toMatchObject({ ready: false, telegram: false, reasons: ['telegram'] });
});

test.each(['conflict', 'unreachable', 'webhook'] as const)(
	'updates that do not come in (%s) are told',
	async (problem) => {
		const { parts, metrics } = await open();
		const state = await createHealth({ ...parts, problem: () => problem })();
		expect(state).toMatchObject({ ready: false, updates: false, reasons: [`updates-${problem}`] });
		expect(await metrics.render()).toContain(`nokori_not_ready{reason="updates-${problem}"} 1`);
	},
);

describe('a webhook', () => {
	const webhook = { url: 'https://bot.example.com/telegram', secret: 'hush' };

	async function watch() {
		const { server, parts } = await open();
		const lines: string[] = [];
		const watching = watchWebhook(
			parts.api,
			webhook,
			pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) }),
			20,
		);
		onTestFinished(watching.stop);
		return { server, api: parts.api, lines, watching };
	}

	test('that another process took away is set again, and that is told', async () => {
		const { server, api, lines } = await watch();
		await expect.poll(() => server.world.webhook.url).toBe(webhook.url);
		await api.deleteWebhook();
		// Telegram takes one a second.
		await expect.poll(() => server.world.webhook.url, { timeout: 5000 }).toBe(webhook.url);
		expect(lines.join('')).toContain('does another process use the token?');
	});

	test('that cannot be asked for is a reason, until it can', async () => {
		const { server, watching } = await watch();
		server.faults.next({ method: 'getWebhookInfo', errorCode: 500, times: Number.POSITIVE_INFINITY });
		server.faults.next({ method: 'setWebhook', errorCode: 500, times: Number.POSITIVE_INFINITY });
		await expect.poll(watching.problem).toBe('webhook');
		server.faults.clear();
		await expect.poll(watching.problem).toBeUndefined();
		await wait(1);
	});
});
