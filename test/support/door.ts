import { createServer, type IncomingMessage, request as openRequest, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { listenOnLoopback } from './loopback.ts';

/** As long as a patient load balancer waits for one of its replicas. */
const PATIENCE_MS = 3000;
const BAD_GATEWAY = 502;

export type Door = {
	url: string;
	/** How many requests were answered with which status. */
	statuses: Map<number, number>;
	/** How many requests a replica has in hand. */
	inHand: (replica: string) => number;
};

/**
 * A load balancer that knows nothing: it picks one of the replicas at random, dead or alive, and answers 502 where
 * nothing comes back within three seconds.
 */
export async function openDoor(replicas: readonly string[]): Promise<Door> {
	const statuses = new Map<number, number>();
	const inHand = new Map<string, number>();
	const count = <Key>(counts: Map<Key, number>, key: Key, by: number) => counts.set(key, (counts.get(key) ?? 0) + by);
	const server = createServer(async (incoming, response) => {
		const target = replicas[Math.floor(Math.random() * replicas.length)] ?? '';
		count(inHand, target, 1);
		const status = await pass(target, incoming, response).catch(() => BAD_GATEWAY);
		count(inHand, target, -1);
		count(statuses, status, 1);
		if (!response.headersSent) {
			response.writeHead(status);
		}
		response.end();
	});
	const url = await listenOnLoopback(server);
	onTestFinished(() => server.closeAllConnections());
	return { url, statuses, inHand: (replica) => inHand.get(replica) ?? 0 };
}

/** @throws where the replica does not answer */
async function pass(target: string, incoming: IncomingMessage, response: ServerResponse): Promise<number> {
	const body = await buffer(incoming);
	const { host: _, connection: __, ...headers } = incoming.headers;
	const signal = AbortSignal.timeout(PATIENCE_MS);
	return new Promise((done, failed) => {
		const outgoing = openRequest(target, { method: incoming.method, headers, signal, agent: false });
		outgoing.on('error', failed).on('response', async (answer) => {
			const status = answer.statusCode ?? BAD_GATEWAY;
			try {
				const bytes = await buffer(answer);
				response.writeHead(status).end(bytes);
				done(status);
			} catch (error) {
				failed(error);
			}
		});
		outgoing.end(body);
	});
}
