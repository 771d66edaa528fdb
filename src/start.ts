import process from 'node:process';
import type { Logger } from 'pino';
import { connect } from './bot/connect.ts';
import { createOnDue } from './bot/features/reminders/on-due.ts';
import { startHousekeeping } from './bot/housekeeping.ts';
import { LIMITS } from './bot/middleware/limits.ts';
import { publishCommands } from './bot/publish-commands.ts';
import { createRefusals } from './bot/unsupported.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import type { Config } from './config.ts';
import { KNOWLEDGE_FOLDER, loadContent } from './content.ts';
import { todayInJapan } from './dates/day.ts';
import type { I18n } from './i18n/i18n.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import type { Playground } from './playground/open.ts';
import { createReloadableBot } from './reloadable-bot.ts';
import { openReminderQueue } from './reminders/open.ts';
import { letNurseryGrow } from './small-heap.ts';
import { openPersistence } from './storage/open.ts';
import { startTransport } from './transport.ts';

/** Enough for polling, which takes no more at a time than Telegram hands out. */
const NURSERY_MB = 4;
/** A webhook may have a hundred updates in hand: in a smaller nursery clearing up would be half of all work. */
const BUSY_NURSERY_MB = 16;

/** A bot that runs. */
export type Running = {
	/** Ends when `stop` was called; throws what no waiting can mend. */
	done: Promise<void>;
	/** Takes no more updates, finishes those in hand and closes everything. */
	stop: () => Promise<void>;
	/** Reads the knowledge again; a mistake in it is told, and the bot goes on with what it had. */
	reload: () => void;
};

/** Starts everything in order, and only what the configuration asks for. */
export async function start(config: Config, i18n: I18n): Promise<Running> {
	const content = loadContent(i18n);
	const playground =
		config.mode === 'playground' ? await (await import('./playground/enter.ts')).openForBot(config) : undefined;
	const now = playground?.now ?? Date.now;
	const connection = connectionOf(config, playground);
	const secrets = secretsOf(config, connection.token);
	const log = createLog({ level: config.logLevel, secrets, readable: process.stderr.isTTY });
	const persistence = await openPersistence(config, log);
	const queue = await openReminderQueue({ redisUrl: config.redisUrl, store: persistence.store, log, now });
	const { defaultLocale, richMessages, keepUnanswered, maintainerChatId } = config;
	const settings = { defaultLocale, richMessages, keepUnanswered, maintainerChatId, limits: LIMITS };
	const today = (): string => todayInJapan(new Date(now()));
	const deps = { ...content, ...settings, ...persistence, queue, metrics: createMetrics(true), log, today, now };
	const bot = createReloadableBot(deps, { connection, readContent: () => loadContent(i18n) });

	await connect(bot.bot, connection.apiRoot);
	letNurseryGrow(config.mode === 'webhook' ? BUSY_NURSERY_MB : NURSERY_MB);
	const transport = await startTransport(config, bot, deps);
	const housekeeping = startHousekeeping({ api: bot.api, store: persistence.store, log, now });
	const post = { api: bot.api, refusals: createRefusals() };
	queue.start((due) => createOnDue(bot.deps(), post)(due));
	const reload = (): void => {
		const problem = bot.reload();
		tellReloaded(log, problem);
		void playground?.reread(problem);
	};
	const look = (): void => queue.poll?.();
	const catalogue = (): Catalogue => bot.deps().catalogue;
	const leave = playground?.enter({ catalogue, look, reload, folder: KNOWLEDGE_FOLDER });
	log.info(
		{ username: bot.bot.botInfo.username, carriers: content.catalogue.carriers.length, mode: config.mode },
		'ready',
	);
	// Now that questions are taken: the first of them need not wait for either.
	setImmediate(() => content.understand(''));
	void publishCommands(bot.api, i18n).catch((error) => log.warn({ err: error }, 'the commands were not published'));
	return {
		done: transport.done,
		reload,
		stop: async () => {
			leave?.();
			await transport.stop();
			await Promise.all([housekeeping.stop(), queue.stop()]);
			await playground?.close();
			await persistence.store.close();
		},
	};
}

function connectionOf(config: Config, playground: Playground | undefined): { token: string; apiRoot: string } {
	return config.mode === 'playground' ? { token: playground?.token ?? '', apiRoot: playground?.url ?? '' } : config;
}

/** A mistake in the knowledge is told, and the bot goes on with what it had. */
function tellReloaded(log: Logger, problem: string | undefined): void {
	if (problem === undefined) {
		log.info('the knowledge was read again');
	} else {
		log.error(`The knowledge was not read again, what was known before is still answered:\n${problem}`);
	}
}

/** Words that the log must never hold. */
function secretsOf(config: Config, token: string): string[] {
	const password = config.redisUrl === undefined ? '' : decodeURIComponent(new URL(config.redisUrl).password);
	return [token, password, config.mode === 'webhook' ? config.secret : ''].filter((secret) => secret !== '');
}
