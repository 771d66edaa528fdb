import { once } from 'node:events';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { OperatorError } from '../errors.ts';
import type { App } from './receive.ts';

/** Slow clients (slowloris) are cut off. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 15_000;

export type Listening = {
	/** The port, which was chosen where 0 was asked for. */
	port: number;
	/** Takes no more requests and waits for those in hand. */
	close: () => Promise<void>;
};

/**
 * Opens the HTTP server.
 * @throws OperatorError when the port is taken
 */
export async function listen(app: App, { host, port }: { host: string; port: number }): Promise<Listening> {
	const server = createAdaptorServer({ fetch: app.fetch }) as Server;
	server.headersTimeout = HEADERS_TIMEOUT_MS;
	server.requestTimeout = REQUEST_TIMEOUT_MS;
	server.listen(port, host);
	try {
		await once(server, 'listening');
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		const [name, value] = code === 'EADDRINUSE' || code === 'EACCES' ? ['PORT', port] : ['HOST', host];
		const sentence = `${name} is "${value}", where the server cannot listen (${code}): choose another.`;
		throw new OperatorError(sentence, { cause: error });
	}
	const address = server.address();
	return {
		port: typeof address === 'object' && address ? address.port : port,
		close: async () => {
			const closed = once(server, 'close');
			server.close();
			server.closeIdleConnections();
			await closed;
		},
	};
}
