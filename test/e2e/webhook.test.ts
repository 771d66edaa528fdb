import { expect, onTestFinished, test } from 'vitest';
import { createBot } from '../../src/bot/index.ts';
import { createBotApiServer } from '../../src/bot-api-server/index.ts';
import { createMetrics } from '../../src/metrics.ts';
import { startTransport } from '../../src/transport.ts';
import { createDeps } from '../support/nokori.ts';

const SECRET = 'a_long-word';

/** What both ways of taking updates are configured with. */
const COMMON = {
	dataDir: '',
	logLevel: 'silent',
	defaultLocale: 'en',
	richMessages: false,
	keepUnanswered: false,
} as const;

async function freePort(): Promise<number> {
	const { createServer } = await import('node:net');
	const server = createServer().listen(0, '127.0.0.1');
	await new Promise((done) => server.once('listening', done));
	const address = server.address();
	await new Promise((done) => server.close(done));
	return typeof address === 'object' && address ? address.port : 0;
}

/** A bot to which a strict Bot API server brings updates. */
async function serve(overrides = {}) {
	const server = await createBotApiServer();
	const deps = createDeps({ metrics: createMetrics(), ...overrides });
	const port = await freePort();
	const connection = { token: server.token, apiRoot: server.url };
	const config = {
		...connection,
		mode: 'webhook',
		url: 'https://bot.example.com/telegram',
		path: '/telegram',
		secret: SECRET,
		host: '127.0.0.1',
		port,
		...COMMON,
	} as const;
	const start = async () => {
		const bot = createBot(deps, connection);
		bot.botInfo = await bot.api.getMe();
		return startTransport(config, bot, deps);
	};
	const transport = await start();
	const url = `http://127.0.0.1:${port}`;
	const stop = server.deliverTo(`${url}/telegram`);
	onTestFinished(async () => {
		stop();
		await transport.stop();
		await server.close();
	});
	return { server, deps, url, alice: server.person({ name: 'Alice', language: 'en' }), restart: start, transport };
}

test('a question that Telegram brings is answered, and a tap', async () => {
	const { server, alice } = await serve();
	await alice.sends('/balance povo');
	expect(alice.screen.text).toContain('povo2.0 · Data left');
	await alice.tapsData('/keep-number/povo/');
	expect(alice.screen.text).toContain('povo2.0 · Keep the number');
	expect(server.world.violations).toEqual([]);
});

test('the webhook is set with its secret and the kinds of updates, and only when that has changed', async () => {
	const { server, restart, transport } = await serve();
	expect(server.calls.of('setWebhook').map(({ params }) => params)).toMatchObject([
		{ url: 'https://bot.example.com/telegram', secret_token: SECRET, max_connections: 100 },
	]);
	await transport.stop();
	const again = await restart();
	expect(server.calls.count('setWebhook')).toBe(1);
	await again.stop();
});

test('an update that is brought twice is answered once', async () => {
	const { server, alice, url } = await serve();
	await alice.sends('/start');
	const update = {
		update_id: 999_999,
		message: {
			...alice.messages[0]?.stored.message,
			text: '/balance povo',
			entities: [{ type: 'bot_command', offset: 0, length: 8 }],
		},
	};
	const bring = () =>
		fetch(`${url}/telegram`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET },
			body: JSON.stringify(update),
		});
	const statuses = (await Promise.all([bring(), bring(), bring()])).map(({ status }) => status);
	expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(0);
	expect((await bring()).status).toBe(200);
	expect(server.calls.count('sendMessage')).toBe(2);
});

test('/healthz, /readyz and /metrics tell the operator how it is, without naming anybody', async () => {
	const { server, alice, url } = await serve();
	await alice.sends('/balance povo');
	await alice.sends('best ramen in Fukuoka?');
	expect(await (await fetch(`${url}/healthz`)).text()).toBe('ok');
	const ready = await fetch(`${url}/readyz`);
	expect(ready.status).toBe(200);
	expect(await ready.json()).toMatchObject({ ready: true, telegram: true, store: true });
	const metrics = await (await fetch(`${url}/metrics`)).text();
	expect(metrics).toContain('nokori_updates_total{kind="message"} 2');
	expect(metrics).toContain('nokori_answers_total{procedure="check-data",carrier="povo"} 1');
	expect(metrics).toMatch(/nokori_outcomes_total\{outcome="(?:offer|silence)"\} 1/);
	expect(metrics).toContain('nokori_api_calls_total{method="sendMessage",result="ok"} 2');
	expect(metrics).not.toContain(String(alice.id));
	expect(metrics).not.toContain('ramen');
	server.faults.next({ method: 'getMe', errorCode: 500 });
});

test('polling takes a webhook away that an earlier run has set', async () => {
	const server = await createBotApiServer();
	onTestFinished(() => server.close());
	const deps = createDeps();
	const connection = { token: server.token, apiRoot: server.url };
	const bot = createBot(deps, connection);
	bot.botInfo = await bot.api.getMe();
	await bot.api.setWebhook('https://bot.example.com/telegram');
	const config = {
		...connection,
		mode: 'polling',
		...COMMON,
	} as const;
	const transport = await startTransport(config, bot, deps);
	const alice = server.person({ name: 'Alice', language: 'en' });
	await alice.sends('/start');
	expect(alice.screen.text).toContain('SIM');
	expect(server.calls.count('deleteWebhook')).toBe(1);
	await transport.stop();
});

test('an address that Telegram refuses is one sentence', async () => {
	const { server, restart, transport } = await serve();
	await transport.stop();
	server.world.webhook.url = '';
	server.faults.next({
		method: 'setWebhook',
		errorCode: 400,
		description: 'Bad Request: bad webhook: Failed to resolve host',
	});
	await expect(restart()).rejects.toThrow('WEBHOOK_URL is "https://bot.example.com/telegram", which Telegram refuses');
});
