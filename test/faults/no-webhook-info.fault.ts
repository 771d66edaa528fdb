import { expect, onTestFinished, test } from 'vitest';
import { type BotApiServer, createBotApiServer } from '../../src/bot-api-server/index.ts';
import { startBot } from '../support/bot-process.ts';

test.each([
	[
		'answers 500',
		(server: BotApiServer) => server.faults.next({ method: 'getWebhookInfo', errorCode: 500, times: 99 }),
	],
	['cuts the connection', (server: BotApiServer) => server.faults.dropConnection('getWebhookInfo', 99)],
])('a getWebhookInfo that %s at the start is tried a few times, then polling begins', async (_name, breakIt) => {
	const server = await createBotApiServer();
	onTestFinished(() => server.close());
	breakIt(server);
	const bot = await startBot(server);
	const alice = server.person({ name: 'Alice' });
	await alice.sends('/balance povo');
	expect(alice.screen.text).toContain('povo2.0');
	expect(server.calls.count('getWebhookInfo')).toBe(3);
	expect(bot.output()).toContain('a webhook may still be set');
});
