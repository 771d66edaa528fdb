import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import type { BotApiServer } from '../../src/bot-api-server/index.ts';
import { listenOnLoopback } from './loopback.ts';

/**
 * `hang`: the call goes nowhere and is never answered. `hang-after`: it is carried out and never answered. `truncate`: it
 * is carried out and the connection cut in the middle of the answer. `half`: the answer is half of its JSON. `drop`:
 * the connection is cut before the call reaches anybody.
 */
export type Trouble = 'hang' | 'hang-after' | 'truncate' | 'half' | 'drop';
/** What a message was sent to whom. */
export type Sent = { chat_id: number; text: string };
export type BadNetwork = Pick<BotApiServer, 'url' | 'token'> & {
	/** From now on, how calls fare; undefined for well. Given the method, like sendMessage. */
	trouble: (choose: (method: string) => Trouble | undefined) => void;
	/** The messages that were sent without the bot learning of it, one entry each time. */
	carriedOut: readonly Sent[];
};

/** A network between the bot and Telegram that does what networks do. */
export async function openBadNetwork(telegram: BotApiServer): Promise<BadNetwork> {
	let choose: (method: string) => Trouble | undefined = () => undefined;
	const carriedOut: Sent[] = [];
	const server = createServer(async (incoming, response) => {
		const method = incoming.url?.split('/').at(-1)?.split('?')[0] ?? '';
		const trouble = choose(method);
		if (trouble === 'hang') {
			return;
		}
		if (trouble === 'drop') {
			incoming.socket.destroy();
			return;
		}
		// Whoever leaves takes the call with them.
		const left = new AbortController();
		response.on('close', () => left.abort());
		const body = await buffer(incoming);
		const answer = await forward(telegram.url, incoming, body, left.signal).catch(() => undefined);
		if (trouble && answer?.status === 200 && method === 'sendMessage') {
			carriedOut.push(JSON.parse(body.toString()));
		}
		reply(response, answer, trouble);
	});
	server.requestTimeout = 0;
	const url = await listenOnLoopback(server);
	onTestFinished(() => server.closeAllConnections());
	return {
		url,
		token: telegram.token,
		trouble: (next) => {
			choose = next;
		},
		carriedOut,
	};
}

type Answer = { status: number; type: string; body: Buffer };

async function forward(url: string, incoming: IncomingMessage, body: Buffer, signal: AbortSignal): Promise<Answer> {
	const { 'content-type': type } = incoming.headers;
	const answer = await fetch(url + incoming.url, {
		method: incoming.method ?? 'POST',
		...(type ? { headers: { 'content-type': type } } : {}),
		...(body.length > 0 ? { body } : {}),
		signal,
	});
	const bytes = Buffer.from(await answer.arrayBuffer());
	return { status: answer.status, type: answer.headers.get('content-type') ?? '', body: bytes };
}

function reply(response: ServerResponse, answer: Answer | undefined, trouble: Trouble | undefined): void {
	if (!answer) {
		response.destroy();
		return;
	}
	const { status, type, body } = answer;
	const half = body.subarray(0, body.length >> 1);
	switch (trouble) {
		case undefined:
			response.writeHead(status, { 'content-type': type, 'content-length': body.length }).end(body);
			return;
		case 'half':
			response.writeHead(status, { 'content-type': type, 'content-length': half.length }).end(half);
			return;
		case 'truncate':
			response.writeHead(status, { 'content-type': type, 'content-length': body.length });
			response.write(half, () => response.destroy());
			return;
		default:
	}
}
