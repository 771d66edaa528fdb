import { createServer, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import foreignServer from 'telegram-test-api';
import { expect, onTestFinished, test } from 'vitest';
import { startBot, WEBHOOK } from '../support/bot-process.ts';
import { freePort, listenOnLoopback } from '../support/loopback.ts';

// What Node imports is the class itself; the types of the package speak of another kind of module.
const TelegramServer = foreignServer as unknown as typeof foreignServer.default;
const TOKEN = '4200001:a-token-for-a-server-that-is-not-ours';

/** A fake of other people: it knows eight methods, answers getUpdates at once and sends no secret to a webhook. */
async function startForeignServer() {
	const port = await freePort();
	const foreign = new TelegramServer({ port, host: '127.0.0.1' });
	await foreign.start();
	onTestFinished(async () => void (await foreign.stop()));
	return { foreign, url: `http://127.0.0.1:${port}` };
}

const textOf = ({ message }: { message: { text: string } }): string => message.text;

/** Adds what Telegram sends and the foreign server leaves out. */
async function openDoorWithSecret(hook: string): Promise<string> {
	const door = createServer(async (incoming, response) => {
		const body = await buffer(incoming);
		const headers = {
			'content-type': 'application/json',
			'content-length': body.length,
			'x-telegram-bot-api-secret-token': WEBHOOK.WEBHOOK_SECRET,
		};
		const outgoing = request(hook, { method: 'POST', headers }, (answer) => {
			response.writeHead(answer.statusCode ?? 502);
			answer.pipe(response);
		});
		// The bot may be stopped while it answers; then nobody asks again.
		outgoing.on('error', () => response.end());
		outgoing.end(body);
	});
	onTestFinished(() => void door.close());
	return listenOnLoopback(door);
}

test('polling a server that is not ours, commands and plain words are answered', async () => {
	const { foreign, url } = await startForeignServer();
	await startBot({ url, token: TOKEN });
	const client = foreign.getClient(TOKEN, { timeout: 30_000 });
	for (const text of ['/balance povo', 'povo残りギガの確認方法は？', 'how do I check my data on povo']) {
		await client.sendMessage(client.makeMessage(text));
		const { result } = await client.getUpdates();
		expect(result.map(textOf)).toEqual([expect.stringMatching(/povo2\.0/)]);
	}
});

test('behind a webhook that such a server calls, a command is answered', async () => {
	const { foreign, url } = await startForeignServer();
	const bot = await startBot({ url, token: TOKEN }, WEBHOOK);
	foreign.setWebhook({ url: await openDoorWithSecret(bot.hook) }, TOKEN);
	const client = foreign.getClient(TOKEN, { timeout: 30_000 });
	await client.sendCommand(client.makeCommand('/keep povo'));
	const { result } = await client.getUpdates();
	expect(result.map(textOf)).toEqual([expect.stringContaining('Keep the number')]);
});
