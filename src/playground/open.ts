import { ConnectionError } from '../bot/connection-error.ts';
import { type BotApiServer, createBotApiServer } from './bot-api/index.ts';
import { chatInTerminal, type Terminal } from './terminal.ts';

export type Playground = {
	url: string;
	token: string;
	/** Lets somebody chat with the bot on a terminal. */
	chat: (terminal: Terminal) => void;
	close: () => Promise<void>;
};

/**
 * Opens a Bot API server on this machine, for a bot without a token.
 * @throws ConnectionError when the port is taken
 */
export async function openPlayground({ host, port }: { host: string; port: number }): Promise<Playground> {
	const server = await listen(host, port);
	return {
		url: server.url,
		token: server.token,
		chat: (terminal) => chatInTerminal(server, terminal),
		close: () => server.close(),
	};
}

async function listen(host: string, port: number): Promise<BotApiServer> {
	try {
		return await createBotApiServer({ host, port });
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		const [name, value] = code === 'EADDRINUSE' || code === 'EACCES' ? ['PORT', port] : ['HOST', host];
		throw new ConnectionError(
			`${name} is "${value}", where the playground cannot listen (${code}): choose another, for example PORT=8081.`,
			{ cause: error },
		);
	}
}
