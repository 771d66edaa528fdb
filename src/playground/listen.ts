import { randomBytes } from 'node:crypto';
import { type BotApiServer, createBotApiServer } from '../bot-api-server/index.ts';
import { OperatorError } from '../errors.ts';
import { guardOrigin, isLoopback } from './page-api/origin-guard.ts';
import { type ChatPage, createChatPage, type PageOptions } from './page-api/page.ts';

export type Address = {
	host: string;
	/** 0 takes any free port. */
	port: number;
};

/** How many ports are tried after the one that was asked for. */
const MORE_PORTS = 20;
const LAST_PORT = 65_535;
/** The same in each run, since what was stored names it. */
const BOT_ID = 4_200_001;
const TOKEN_BYTES = 26;

/**
 * Opens a Bot API server with a chat page. Where the port is in use, it takes the next free one.
 * @throws OperatorError for a host that others can reach, since anybody who opens the page may do everything
 * @throws OperatorError when it cannot listen there
 */
export async function listenForPage(
	{ host, port }: Address,
	options: PageOptions,
): Promise<{ server: BotApiServer; page: ChatPage }> {
	if (!isLoopback(host)) {
		throw new OperatorError(
			`HOST is "${host}", where others can reach it: the playground is for this machine alone, so remove HOST, ` +
				'or set BOT_TOKEN to run the bot.',
		);
	}
	const last = Math.min(port + MORE_PORTS, LAST_PORT);
	for (let next = port; ; next += 1) {
		try {
			return await listenOn({ host, port: next }, options);
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || next >= last) {
				throw cannotListen({ host, port }, error as NodeJS.ErrnoException);
			}
		}
	}
}

async function listenOn(address: Address, options: PageOptions): Promise<{ server: BotApiServer; page: ChatPage }> {
	let page: ChatPage | undefined;
	const server = await createBotApiServer({
		...address,
		// Known to the bot of this run alone: whoever has it speaks as the bot.
		token: `${BOT_ID}:${randomBytes(TOKEN_BYTES).toString('base64url')}`,
		guard: guardOrigin,
		now: options.clock.now,
		// The bot remembers the ids of updates that it has handled: they must not begin with 1 again in each run.
		firstId: Math.floor(Date.now() / 1000),
		page: (serverState) => {
			page = createChatPage(serverState, options);
			return page.app;
		},
	});
	if (!page) {
		throw new Error('The server was made without its page.');
	}
	return { server, page };
}

function cannotListen({ host, port }: Address, error: NodeJS.ErrnoException): OperatorError {
	const { code } = error;
	const [name, value] = code === 'EADDRINUSE' || code === 'EACCES' ? ['PORT', port] : ['HOST', host];
	return new OperatorError(
		`${name} is "${value}", where the playground cannot listen (${code}): choose another, for example PORT=8081.`,
		{ cause: error },
	);
}
