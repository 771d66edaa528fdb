import process from 'node:process';
import { config as readDotenv } from 'dotenv';
import type { Logger } from 'pino';
import { loadContent, loadI18n, todayInJapan } from './assemble.ts';
import { startChores } from './bot/chores.ts';
import { connect } from './bot/connect.ts';
import { createWake } from './bot/features/reminders/wake.ts';
import { LIMITS } from './bot/middleware/limits.ts';
import { publishCommands } from './bot/publish-commands.ts';
import { type Config, parseConfig } from './config.ts';
import { isExpected } from './expected-errors.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics/metrics.ts';
import { openMemory } from './open-memory.ts';
import { openPlayground, type Playground } from './playground/open.ts';
import { createReloadableBot } from './reloadable-bot.ts';
import { startTransport } from './transport.ts';

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
	const log = createLog({
		level: config.logLevel,
		secrets: secretsOf(config, connection.token),
		readable: process.stderr.isTTY,
	});
	const memory = await openMemory(config, log);
	const { defaultLocale, richMessages, keepMisses, maintainerChatId } = config;
	const settings = { defaultLocale, richMessages, keepMisses, maintainerChatId, limits: LIMITS };
	const metrics = createMetrics(true);
	const deps = { ...content, ...settings, ...memory, metrics, log, today: () => todayInJapan(), now: Date.now };
	const bot = createReloadableBot(deps, { connection, readContent: () => loadContent(i18n) });

	await connect(bot.bot, connection.apiRoot);
	const transport = await startTransport(config, bot, deps);
	const chores = startChores({ api: bot.api, store: memory.store, log, now: Date.now });
	memory.queue.start((due) => createWake(bot.deps(), bot.api)(due));
	const reload = (): void => tellReloaded(log, bot.reload());
	process.on('SIGHUP', reload);
	const stop = async (): Promise<void> => {
		// A call that hangs must not keep the process for ever.
		setTimeout(() => process.exit(0), EXIT_DEADLINE_MS).unref();
		await transport.stop();
		await Promise.all([chores.stop(), memory.queue.stop()]);
		await playground?.close();
		await memory.store.close();
	};
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void stop().then(() => process.exit(0), failed));
	}
	log.info(
		{ username: bot.bot.botInfo.username, carriers: content.catalogue.carriers.length, mode: config.mode },
		'ready',
	);
	// Now that questions are taken: the first of them need not wait for either.
	setImmediate(() => content.understand(''));
	void publishCommands(bot.api, i18n).catch((error) => log.warn({ err: error }, 'the commands were not published'));
	playground?.chat({
		input: process.stdin,
		output: process.stdout,
		onLeave: () => process.kill(process.pid, 'SIGINT'),
	});
	await transport.done;
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

/** What an operator can mend is told in a sentence; anything else is a defect and keeps its trace. */
function failed(error: unknown): void {
	process.stderr.write(`${isExpected(error) ? error.message : ((error as Error).stack ?? error)}\n`);
	process.exit(1);
}

main().catch(failed);
