import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { onTestFinished } from 'vitest';

/** Opens a server on a free port of this machine until the test ends. @returns its address, like http://127.0.0.1:40123 */
export async function listenOnLoopback(server: Server): Promise<string> {
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => void server.close());
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Below the ports that the system hands out: what is told one keeps it, though its program ends and starts again. */
const [FIRST_PORT, LAST_PORT] = [20_000, 32_000];

/** A port of this machine on which nothing listens, for a program that has to be told one. */
export async function freePort(): Promise<number> {
	const port = FIRST_PORT + Math.floor(Math.random() * (LAST_PORT - FIRST_PORT));
	const server = createServer();
	const isFree = await new Promise<boolean>((resolve) => {
		server.once('error', () => resolve(false));
		server.listen(port, '127.0.0.1', () => resolve(true));
	});
	await new Promise((resolve) => server.close(resolve));
	return isFree ? port : freePort();
}
