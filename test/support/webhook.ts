import { request } from 'node:http';
import { onTestFinished } from 'vitest';
import { createHandleOnce } from '../../src/bot/handle-once.ts';
import { createBot } from '../../src/bot/index.ts';
import { publishWebhook } from '../../src/bot/webhook.ts';
import { type BotApiServer, createBotApiServer } from '../../src/bot-api-server/index.ts';
import { createApp } from '../../src/server/app.ts';
import { createHealth } from '../../src/server/health.ts';
import { listen } from '../../src/server/listen.ts';
import { createDeps } from './nokori.ts';

const PATH = '/telegram';
export const SECRET = 'a-secret-of-the-tests';
const SECRET_HEADER = 'X-Telegram-Bot-Api-Secret-Token';

export type Hooked = {
	server: BotApiServer;
	/** Where the bot listens, like http://127.0.0.1:40123 */
	root: string;
	hook: string;
};

/** The whole bot in this process behind its HTTP server, to which the strict server brings updates. */
export async function startHooked(): Promise<Hooked> {
	const server = await createBotApiServer();
	const deps = createDeps();
	const bot = createBot(deps, { token: server.token, apiRoot: server.url });
	bot.botInfo = await bot.api.getMe();
	const { store, metrics, now } = deps;
	const health = createHealth({ api: bot.api, store, metrics, now });
	const webhook = { path: PATH, secret: SECRET, handleOnce: createHandleOnce(bot, deps, { isShared: true }) };
	const listening = await listen(createApp({ health, metrics, webhook }), { host: '127.0.0.1', port: 0 });
	const root = `http://127.0.0.1:${listening.port}`;
	await publishWebhook(bot.api, { url: `https://bot.example.com${PATH}`, secret: SECRET });
	const stopDelivery = server.deliverTo(root + PATH);
	onTestFinished(async () => {
		stopDelivery();
		await listening.close();
		await server.close();
	});
	return { server, root, hook: root + PATH };
}

type Post = {
	url: string;
	body?: string | Uint8Array;
	method?: string;
	secret?: string;
	headers?: Record<string, string>;
};

/** Sends a request as it is told, right or wrong. @returns the status code */
export function send({ url, body, method = 'POST', secret = SECRET, headers = {} }: Post): Promise<number> {
	return new Promise((done, failed) => {
		const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
		const given = { [SECRET_HEADER]: secret, ...length };
		const outgoing = request(url, { method, headers: { ...given, ...headers }, agent: false });
		outgoing.on('response', (answer) => {
			answer.resume();
			done(answer.statusCode ?? 0);
		});
		// Once there is an answer, it does not matter that the rest of the body was not wanted.
		outgoing.on('error', failed);
		outgoing.end(body);
	});
}
