import process from 'node:process';
import { config as readDotenv } from 'dotenv';
import { loadContent, loadI18n, todayInJapan } from './assemble.ts';
import { connect } from './bot/connect.ts';
import { startDeletions } from './bot/deletions.ts';
import { createBot } from './bot/index.ts';
import { LIMITS } from './bot/middleware/limits.ts';
import { startPolling } from './bot/polling/index.ts';
import { publishCommands } from './bot/publish-commands.ts';
import { type Config, parseConfig } from './config.ts';
import { isExpected } from './expected-errors.ts';
import { createLog } from './log.ts';
import { openPlayground, type Playground } from './playground/open.ts';
import { openLibsqlStore } from './storage/libsql/index.ts';

/** A supervisor kills after ten seconds. What is not confirmed by then comes again at the next start, so nothing is lost. */
const EXIT_DEADLINE_MS = 9_000;

/** Starts everything in order, and only what the configuration asks for. */
async function main(): Promise<void> {
	readDotenv({ quiet: true });
	const i18n = loadI18n();
	const config = parseConfig(
		process.env,
		i18n.locales.map(({ id }) => id),
	);
	const content = loadContent(i18n);
	const store = openLibsqlStore(config.dataDir);
	const playground = config.mode === 'playground' ? await openPlayground(config) : undefined;
	const connection = connectionOf(config, playground);
	const log = createLog({ level: config.logLevel, secrets: [connection.token], readable: process.stderr.isTTY });
	const { defaultLocale, richMessages, keepMisses } = config;
	const bot = createBot(
		{
			...content,
			store,
			log,
			defaultLocale,
			richMessages,
			keepMisses,
			limits: LIMITS,
			today: () => todayInJapan(),
			now: Date.now,
		},
		connection,
	);

	await connect(bot, connection.apiRoot);
	await publishCommands(bot.api, i18n).catch((error) => log.warn({ err: error }, 'the commands were not published'));
	const polling = startPolling(bot, { log });
	const deletions = startDeletions({ api: bot.api, store, log, now: Date.now });
	const stop = async (): Promise<void> => {
		// A call that hangs must not keep the process for ever.
		setTimeout(() => process.exit(0), EXIT_DEADLINE_MS).unref();
		await polling.stop();
		await deletions.stop();
		await playground?.close();
		await store.close();
	};
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void stop().then(() => process.exit(0), failed));
	}
	log.info({ username: bot.botInfo.username, carriers: content.catalogue.carriers.length }, 'polling');
	// Now that questions are taken, so that the first one in plain words does not wait for it.
	setImmediate(() => content.understand(''));
	playground?.chat({
		input: process.stdin,
		output: process.stdout,
		onLeave: () => process.kill(process.pid, 'SIGINT'),
	});
	await polling.done;
}

function connectionOf(config: Config, playground: Playground | undefined): { token: string; apiRoot: string } {
	return config.mode === 'polling' ? config : { token: playground?.token ?? '', apiRoot: playground?.url ?? '' };
}

/** What an operator can mend is told in a sentence; anything else is a defect and keeps its trace. */
function failed(error: unknown): void {
	process.stderr.write(`${isExpected(error) ? error.message : ((error as Error).stack ?? error)}\n`);
	process.exit(1);
}

main().catch(failed);
