import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createBotApiServer } from '../../src/bot-api-server/index.ts';
import { readyz, startBot, WEBHOOK } from '../support/bot-process.ts';
import { report, startLoad } from '../support/load.ts';

/** The server's patience with one request is 15 seconds; it looks for those that are over every 30. */
const MOST_MS = 60_000;
const CLIENTS = 200;

type Client = { socket: Socket; isEnded: () => boolean; answer: () => string };

function open(port: number): Client {
	const socket = connect(port, '127.0.0.1');
	onTestFinished(() => void socket.destroy());
	let ended = false;
	let answer = '';
	const end = (): void => {
		ended = true;
	};
	socket.on('error', end).on('close', end).on('end', end);
	socket.on('data', (chunk) => {
		answer += chunk;
	});
	return { socket, isEnded: () => ended, answer: () => answer };
}

async function startWithWebhook() {
	const server = await createBotApiServer({ confirmTimeoutMs: 120_000 });
	onTestFinished(() => server.close());
	const bot = await startBot(server, WEBHOOK);
	server.deliverTo(bot.hook);
	return { server, bot, port: Number(new URL(bot.url).port) };
}

test('clients that dribble their requests are cut off, and others are served meanwhile', async () => {
	const { server, bot, port } = await startWithWebhook();
	const secret = `X-Telegram-Bot-Api-Secret-Token: ${WEBHOOK.WEBHOOK_SECRET}\r\n`;
	const clients = Array.from({ length: CLIENTS }, (_, index) => {
		const client = open(port);
		const head = 'POST /telegram HTTP/1.1\r\nHost: bot\r\n';
		// Some never end their headers, some never end their body, some never say a word.
		const body = `${head}${secret}Content-Length: 1000\r\n\r\n{"update_id"`;
		client.socket.write(['', head, body][index % 3] ?? '');
		return client;
	});
	const dribble = setInterval(() => {
		for (const [index, { socket, isEnded }] of clients.entries()) {
			if (!isEnded() && index % 3 !== 0) {
				socket.write(index % 3 === 1 ? `X-${Date.now()}: x\r\n` : ' ');
			}
		}
	}, 1000);
	onTestFinished(() => clearInterval(dribble));
	const load = startLoad(server, { people: 12, each: 5, spread: 8000 });
	const count = await load.count(30_000);
	report(`beside ${CLIENTS} slow clients`, count, load.others);
	expect(count).toMatchObject({ asked: 60, unanswered: [], twice: [] });
	const slow = load.asked.filter(({ at, answers: [first = Infinity] }) => first - at > 3000);
	expect(slow).toEqual([]);
	const left = () => clients.filter(({ isEnded }) => !isEnded()).length;
	await expect.poll(left, { timeout: MOST_MS, interval: 250 }).toBe(0);
	expect(clients.every(({ answer }) => !answer().startsWith('HTTP/1.1 200'))).toBe(true);
	expect(await readyz(bot)).toBe(200);
});

test('floods of headers and junk on the wire end the connection, and others are served', async () => {
	const { server, bot, port } = await startWithWebhook();
	const floods = [
		`POST /telegram HTTP/1.1\r\nHost: bot\r\n${'X-Flood: x\r\n'.repeat(100_000)}`,
		`POST /telegram HTTP/1.1\r\nHost: bot\r\nX-Flood: ${'x'.repeat(1_000_000)}`,
		`POST /${'x'.repeat(1_000_000)}`,
		'\0\x01\x02\r\n\r\n',
		'GET / HTTP/9.9\r\n\r\n',
		'POST /telegram HTTP/1.1\r\nHost: bot\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
	];
	const clients = floods.flatMap((flood) => Array.from({ length: 20 }, () => ({ flood, client: open(port) })));
	for (const { flood, client } of clients) {
		client.socket.write(flood);
	}
	const load = startLoad(server, { people: 10, each: 3, spread: 3000 });
	const open_ = () => clients.filter(({ client }) => !client.isEnded()).length;
	await expect.poll(open_, { timeout: MOST_MS, interval: 250 }).toBe(0);
	const count = await load.count(30_000);
	report('beside floods of headers', count, load.others);
	expect(count).toMatchObject({ asked: 30, unanswered: [], twice: [] });
	expect(clients.every(({ client }) => /^$|^HTTP\/1\.1 (4\d\d|505) /.test(client.answer()))).toBe(true);
	await wait(100);
	expect(bot.isAlive()).toBe(true);
	expect(bot.output()).not.toContain('"level":60');
});
