import { watch } from 'node:fs';
import process from 'node:process';
import type { Writable } from 'node:stream';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { type Address, listenForPage } from './listen.ts';
import { createFileFinder } from './page-api/answer-source.ts';
import { createMovableClock } from './page-api/page.ts';
import { openPageFiles } from './page-api/page-files.ts';
import { createPrompt, type Terminal } from './prompt.ts';
import { chatInTerminal } from './terminal.ts';

/** Editors write a file in several steps: wait for the last one. */
const EDIT_SETTLED_MS = 150;

export type Playground = {
	/** The address of the page. */
	url: string;
	/** How the bot reaches the Bot API server of the playground. */
	connection: { token: string; apiRoot: string };
	/** The time in milliseconds, which the page can move ahead. The bot has to go by it. */
	now: () => number;
	/** Says that another port was taken than the one asked for. */
	notice?: string;
	/** Takes the log where somebody types on the terminal: it is written above their line. */
	logStream: Writable | undefined;
	/**
	 * To be called when the bot runs: chats with it in the terminal, and reads its knowledge again after each edit.
	 * @returns reads the knowledge again, and shows on the page what came of it
	 */
	attach: (bot: AttachedBot) => () => Promise<void>;
	/** Ends the server and stops watching the knowledge. */
	close: () => Promise<void>;
};

/** What the playground needs of the running bot. */
export type AttachedBot = {
	/** The present catalogue. */
	catalogue: () => Catalogue;
	/** Looks for due reminders now, since the clock was moved. */
	poll: () => void;
	/** Reads the knowledge again. @returns what is wrong with it, if anything */
	reload: () => string | undefined;
	/** The folder of the knowledge. */
	folder: string;
};

/**
 * Opens a Bot API server on this machine, for a bot without a token, and a chat page beside it.
 * @param terminal where somebody can chat too; that of this process unless given
 * @throws OperatorError for a host that others can reach
 * @throws OperatorError when it cannot listen there
 */
export async function openPlayground(
	{ host, port }: Address,
	terminal: Terminal = processTerminal(),
): Promise<Playground> {
	let bot: AttachedBot | undefined;
	const prompt = createPrompt(terminal);
	const clock = createMovableClock();
	const findFile = createFileFinder(() => bot?.catalogue());
	const options = { clock, files: openPageFiles(), findKnowledgeFile: findFile, onClockMove: () => bot?.poll() };
	const { server, page } = await listenForPage({ host, port }, options);
	const { url, token } = server;
	const isMoved = port !== 0 && new URL(url).port !== String(port);
	const notice = isMoved ? { notice: `PORT is "${port}", which is in use: the playground is on ${url}` } : {};
	let unwatch = (): void => undefined;
	return {
		url,
		connection: { token, apiRoot: url },
		now: clock.now,
		...notice,
		logStream: prompt.logStream,
		attach: (attached) => {
			bot = attached;
			const reload = async (): Promise<void> => page.showReload(attached.reload());
			chatInTerminal(server, prompt, notice.notice);
			unwatch = watchFolder(attached.folder, () => void reload());
			return reload;
		},
		close: async () => {
			unwatch();
			await server.close();
		},
	};
}

function processTerminal(): Terminal {
	const { stdin, stdout, pid } = process;
	return { input: stdin, output: stdout, onLeave: () => void process.kill(pid, 'SIGINT') };
}

/** Calls back after files of the folder were edited. @returns a function that ends the watching */
function watchFolder(folder: string, onEdit: () => void): () => void {
	let timer: NodeJS.Timeout | undefined;
	const settle = (): void => {
		clearTimeout(timer);
		timer = setTimeout(onEdit, EDIT_SETTLED_MS);
	};
	const watcher = watch(folder, { recursive: true }, settle);
	// A folder that is gone is an edit too: reading it says so.
	watcher.on('error', settle);
	return () => {
		clearTimeout(timer);
		watcher.close();
	};
}
