import process from 'node:process';
import { config as readDotenv } from 'dotenv';
import { loadContent, loadI18n, todayInJapan } from './assemble.ts';
import { startChores } from './bot/chores.ts';
import { connect } from './bot/connect.ts';
import { deliverDue } from './bot/features/reminders/deliver-due.ts';
import { createBot } from './bot/index.ts';
import { LIMITS } from './bot/middleware/limits.ts';
import { startPolling } from './bot/polling/index.ts';
import { publishCommands } from './bot/publish-commands.ts';
import { type Config, parseConfig } from './config.ts';
import { isExpected } from './expected-errors.ts';
import { createLog } from './log.ts';
import { openMemory } from './open-memory.ts';
import { openPlayground, type Playground } from './playground/open.ts';

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
	const playground = config.mode === 'playground' ? await openPlayground(config) : undefined;
	const connection = connectionOf(config, playground);
	const log = createLog({ level: config.logLevel, secrets: [connection.token], readable: process.stderr.isTTY });
	const { store, queue } = await openMemory(config, log);
	const { defaultLocale, richMessages, keepMisses, maintainerChatId } = config;
	const settings = { defaultLocale, richMessages, keepMisses, maintainerChatId, limits: LIMITS };
	const deps = { ...content, ...settings, store, queue, log, today: () => todayInJapan(), now: Date.now };
	const bot = createBot(deps, connection);

	await connect(bot, connection.apiRoot);
	await publishCommands(bot.api, i18n).catch((error) => log.warn({ err: error }, 'the commands were not published'));
	const polling = startPolling(bot, { log });
	const chores = startChores({ api: bot.api, store, log, now: Date.now });
	queue.start((due) => deliverDue(deps, bot.api, due));
	const stop = async (): Promise<void> => {
		// A call that hangs must not keep the process for ever.
		setTimeout(() => process.exit(0), EXIT_DEADLINE_MS).unref();
		await polling.stop();
		await Promise.all([chores.stop(), queue.stop()]);
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
