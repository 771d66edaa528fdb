import process from 'node:process';
import { config as readDotenv } from 'dotenv';
import type { Logger } from 'pino';
import { connect } from './bot/connect.ts';
import { createOnDue } from './bot/features/reminders/send-notices.ts';
import { startHousekeeping } from './bot/housekeeping.ts';
import { DEFAULT_LIMITS } from './bot/middleware/limits.ts';
import { publishCommands } from './bot/publish-commands.ts';
import { createReloadableBot } from './bot/reloadable-bot.ts';
import { createUnsupported } from './bot/unsupported.ts';
import { type Config, parseConfig } from './config.ts';
import { KNOWLEDGE_FOLDER, loadContent, loadI18n } from './content.ts';
import { todayInJapan } from './dates/day.ts';
import { OperatorError } from './errors.ts';
import type { I18n } from './i18n/i18n.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { openReminderQueue } from './reminders/open.ts';
import { createHideSecrets, secretsOf } from './secrets.ts';
import { openPersistence } from './storage/open.ts';
import { startTransport } from './transport.ts';

/** A supervisor kills after ten seconds. What is not confirmed by then comes again at the next start, so nothing is lost. */
const EXIT_DEADLINE_MS = 9_000;

/**
 * Runs the bot until it is told to stop, and ends the process.
 * @param environment what the operator set; what stands in a file named .env is added to it
 * @param onReload takes what is done when the process is told to read the knowledge again
 */
export async function run(environment: NodeJS.ProcessEnv, onReload: (reload: () => void) => void): Promise<void> {
	const fail = (error: unknown): void => end(createHideSecrets(secretsOf(environment))(describe(error)));
	process.on('uncaughtException', fail);
	process.on('unhandledRejection', fail);
	try {
		readDotenv({ quiet: true, processEnv: environment as Record<string, string> });
		const i18n = loadI18n();
		const locales = i18n.locales.map(({ id }) => id);
		const running = await start(parseConfig(environment, locales), i18n, secretsOf(environment));
		onReload(running.reload);
		for (const signal of ['SIGINT', 'SIGTERM'] as const) {
			process.once(signal, () => {
				// A call that hangs must not keep the process for ever.
				setTimeout(() => process.exit(0), EXIT_DEADLINE_MS).unref();
				running.stop().then(() => process.exit(0), fail);
			});
		}
		await running.done;
	} catch (error) {
		fail(error);
	}
}

/** An OperatorError is told in a sentence; anything else is a defect and keeps its trace. */
function describe(error: unknown): string {
	return error instanceof OperatorError ? error.message : String((error as Error | undefined)?.stack ?? error);
}

function end(sentence: string): void {
	process.stderr.write(`${sentence}\n`);
	process.exit(1);
}

/** A bot that runs. */
type Running = {
	/** Ends when `stop` was called; throws what no waiting can mend. */
	done: Promise<void>;
	/** Takes no more updates, finishes those in hand and closes everything. */
	stop: () => Promise<void>;
	/** Reads the knowledge again; a mistake in it is told, and the bot goes on with what it had. */
	reload: () => void;
};

/** Starts everything in order, and only what the configuration asks for. */
async function start(config: Config, i18n: I18n, secrets: readonly string[]): Promise<Running> {
	const content = loadContent(i18n);
	const playground = config.mode === 'playground' ? await openPlayground(config) : undefined;
	const now = playground?.now ?? Date.now;
	const connection = config.mode === 'playground' ? playground?.connection : config;
	if (!connection) {
		throw new Error('There is neither a token nor a playground.');
	}
	const log = createLog({
		level: config.logLevel,
		hide: createHideSecrets([...secrets, connection.token]),
		readable: process.stderr.isTTY,
		stream: playground?.logStream,
	});
	const persistence = await openPersistence(config, log);
	const { store } = persistence;
	const queue = await openReminderQueue({ redisUrl: config.redisUrl, store, log, now });
	const { defaultLocale, richMessages, keepUnanswered, maintainerChatId } = config;
	const settings = { defaultLocale, richMessages, keepUnanswered, maintainerChatId, limits: DEFAULT_LIMITS };
	const today = (): string => todayInJapan(new Date(now()));
	const deps = { ...content, ...settings, ...persistence, queue, metrics: createMetrics(true), log, today, now };
	const bot = createReloadableBot(deps, { connection, readContent: () => loadContent(i18n) });

	const me = await connect(bot, connection.apiRoot);
	const transport = await startTransport(config, bot, deps);
	const housekeeping = startHousekeeping({ api: bot.api, store, queue, log, now });
	const post = { api: bot.api, unsupported: createUnsupported() };
	queue.start((due) => createOnDue(bot.deps(), post)(due));
	const reload = (): string | undefined => logReload(log, bot.reload());
	log.info({ username: me.username, carriers: content.catalogue.carriers.length, mode: config.mode }, 'ready');
	const attached = playground?.attach({
		catalogue: () => bot.deps().catalogue,
		poll: () => queue.poll?.(),
		reload,
		folder: KNOWLEDGE_FOLDER,
	});
	// After the first questions can come in: none of them should wait for these.
	setImmediate(() => content.understand(''));
	void publishCommands(bot.api, i18n).catch((error) => log.warn({ err: error }, 'the commands were not published'));
	return {
		done: transport.done,
		reload: () => void (attached ?? reload)(),
		stop: async () => {
			await transport.stop();
			await Promise.all([housekeeping.stop(), queue.stop()]);
			await playground?.close();
			await store.close();
		},
	};
}

/** Loaded only where there is no token. */
async function openPlayground(config: Extract<Config, { mode: 'playground' }>) {
	const playground = await import('./playground/index.ts');
	return playground.openPlayground(config);
}

/** A mistake in the knowledge is told, and the bot goes on with what it had. @returns the mistake */
function logReload(log: Logger, problem: string | undefined): string | undefined {
	if (problem === undefined) {
		log.info('the knowledge was read again');
	} else {
		log.error(`The knowledge was not read again, what was known before is still answered:\n${problem}`);
	}
	return problem;
}
