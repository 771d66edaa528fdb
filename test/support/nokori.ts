import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bot } from 'grammy';
import pino from 'pino';
import { onTestFinished } from 'vitest';
import type { BotContext } from '../../src/bot/context.ts';
import type { Content, Deps, Limits } from '../../src/bot/deps.ts';
import { createHandleOnce } from '../../src/bot/handle-once.ts';
import { createBot } from '../../src/bot/index.ts';
import { startPolling } from '../../src/bot/polling/index.ts';
import { ALLOWED_UPDATES } from '../../src/bot/updates.ts';
import { type BotApiServer, type BotApiServerOptions, createBotApiServer } from '../../src/bot-api-server/index.ts';
import { loadContent, loadI18n } from '../../src/content.ts';
import { createMetrics } from '../../src/metrics.ts';
import { createSingleProcess } from '../../src/storage/coordination.ts';
import { openLibsqlStore } from '../../src/storage/libsql/index.ts';

/** Every test lives on this day. */
export const TODAY = '2026-11-20';

let loaded: Content | undefined;

/** The real knowledge and texts, read once for all tests of a file. */
export function content(): Content {
	loaded ??= loadContent(loadI18n());
	return loaded;
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'nokori-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** Everything that the bot is made of, as in production, with the store in a temporary folder. */
export function createDeps(overrides: Partial<Deps> = {}): Deps {
	const store = openLibsqlStore(temporaryFolder());
	onTestFinished(() => store.close());
	return {
		...content(),
		store,
		coordination: createSingleProcess(),
		log: pino({ level: 'silent' }),
		defaultLocale: 'en',
		richMessages: false,
		keepUnanswered: false,
		queue: { schedule: async () => undefined, forget: async () => undefined },
		metrics: createMetrics(),
		limits: NO_LIMITS,
		today: () => TODAY,
		now: Date.now,
		...overrides,
	};
}

/** Tests ask faster than people. */
const NO_LIMITS: Limits = {
	person: Infinity,
	inline: Infinity,
	guest: Infinity,
	greetings: Infinity,
	groupQuestions: Infinity,
	groupTaps: Infinity,
	messagesPerSecond: Infinity,
};

export type Nokori = { server: BotApiServer; bot: Bot<BotContext> };

/** The whole bot, to which a strict Bot API server hands each update at once, until the test ends. */
export async function startNokori(overrides: Partial<Deps> = {}, options: BotApiServerOptions = {}): Promise<Nokori> {
	const { server, bot, handleOnce } = await prepare(overrides, options);
	server.world.updates.allowed = [...ALLOWED_UPDATES];
	const inHand = new Set<Promise<unknown>>();
	server.world.onUpdate((update) => {
		// A copy, as it comes over a network: the bot may write into its own.
		const handled = handleOnce(structuredClone(update)).finally(() => {
			server.world.confirm(update.update_id);
			inHand.delete(handled);
		});
		inHand.add(handled);
	});
	onTestFinished(async () => {
		server.faults.clear();
		await Promise.race([Promise.allSettled(inHand), sleep(1000)]);
		await server.close();
	});
	return { server, bot };
}

/** The same, polling as it does in production; for tests that are about how updates come in. */
export async function startPollingNokori(
	overrides: Partial<Deps> = {},
	options: BotApiServerOptions = {},
): Promise<Nokori> {
	const { server, bot, deps, handleOnce } = await prepare(overrides, options);
	// Waiting is what is under test elsewhere; here it would only be slow.
	const wait = async (): Promise<void> => undefined;
	const polling = startPolling(bot.api, handleOnce, { ...deps, wait, graceMs: 1000 });
	onTestFinished(async () => {
		server.faults.clear();
		await polling.stop();
		await server.close();
	});
	return { server, bot };
}

async function prepare(overrides: Partial<Deps>, options: BotApiServerOptions) {
	const server = await createBotApiServer(options);
	const deps = createDeps(overrides);
	const bot = createBot(deps, { token: server.token, apiRoot: server.url });
	bot.botInfo = await bot.api.getMe();
	return { server, bot, deps, handleOnce: createHandleOnce(bot, deps, { isShared: false }) };
}
