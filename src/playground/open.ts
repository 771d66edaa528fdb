import { OperatorError } from '../errors.ts';
import { type BotApiServer, createBotApiServer } from './bot-api/index.ts';
import { createClock } from './page-api/clock.ts';
import { isLoopback } from './page-api/loopback.ts';
import { createPage, type Page, type PageOptions } from './page-api/page.ts';
import { openPageFiles, type PageFiles } from './page-api/page-files.ts';
import { chatInTerminal, type Terminal } from './terminal.ts';

export type Playground = {
	/** Where the page is, and the Bot API. */
	url: string;
	token: string;
	/** The time in the playground, which the page can move ahead. Everything the bot does goes by it. */
	now: () => number;
	/** Says something that was not as asked for; undefined where all is. */
	notice?: string;
	/** To be told after the knowledge was read again, with what is wrong in it: the page redraws the answer or says so. */
	reread: (problem?: string) => Promise<void>;
	/** Lets somebody chat with the bot on a terminal. */
	chat: (terminal: Terminal) => void;
	close: () => Promise<void>;
};

export type PlaygroundOptions = {
	host: string;
	/** 0 takes a free one. Where it is taken, the next free one is. */
	port: number;
	/** The page's files; those that were built unless told. */
	files?: PageFiles;
} & Pick<PageOptions, 'onClock' | 'explain'>;

/** How many ports are tried after the one asked for. */
const MORE_PORTS = 20;
const LAST_PORT = 65_535;

/**
 * Opens a Bot API server on this machine, for a bot without a token, and a chat page beside it.
 * @throws OperatorError for a host that others can reach, since whoever opens the page may do everything
 * @throws OperatorError when it cannot listen there
 */
export async function openPlayground(options: PlaygroundOptions): Promise<Playground> {
	const { host, port } = options;
	if (!isLoopback(host)) {
		throw new OperatorError(
			`HOST is "${host}", where others can reach it: the playground is for this machine alone, so remove HOST, ` +
				'or set BOT_TOKEN to run the bot.',
		);
	}
	const clock = createClock();
	const files = options.files ?? openPageFiles();
	const { server, page } = await listen(options, { ...options, clock, files });
	const isMoved = port !== 0 && new URL(server.url).port !== String(port);
	const notice = `PORT is "${port}", which is in use: the playground is on ${server.url}`;
	return {
		url: server.url,
		token: server.token,
		now: clock.now,
		...(isMoved ? { notice } : {}),
		reread: (problem) => page.reread(problem),
		chat: (terminal) => {
			if (isMoved) {
				terminal.output.write(`${notice}\n`);
			}
			chatInTerminal(server, terminal);
		},
		close: () => server.close(),
	};
}

type Address = { host: string; port: number };
type Opened = { server: BotApiServer; page: Page };

/** Tries one port after the other, as long as they are in use. */
async function listen({ host, port }: Address, options: PageOptions): Promise<Opened> {
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

async function listenOn(address: Address, options: PageOptions): Promise<Opened> {
	let page: Page | undefined;
	const server = await createBotApiServer({
		...address,
		now: options.clock.now,
		// The bot keeps the ids of updates that it has handled, and would take those of a new server for the same.
		firstId: Math.floor(Date.now() / 1000),
		page: (backstage) => {
			page = createPage(backstage, options);
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
