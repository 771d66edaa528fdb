import { setTimeout as wait } from 'node:timers/promises';
import type { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import pino from 'pino';
import { onTestFinished } from 'vitest';
import type { BotContext } from '../../src/bot/context.ts';
import type { Deps } from '../../src/bot/deps.ts';
import { createBot } from '../../src/bot/index.ts';
import { type BotApiServer, createBotApiServer } from '../../src/bot-api-server/index.ts';
import { withFallbacks } from '../../src/storage/fallback.ts';
import { openRedis } from '../../src/storage/redis/index.ts';
import type { Store } from '../../src/storage/store.ts';
import { createDeps } from './nokori.ts';
import type { RedisServer } from './redis.ts';

export type Replicas = {
	server: BotApiServer;
	bots: [Bot<BotContext>, Bot<BotContext>];
	/** How long each update took, in milliseconds. */
	times: number[];
	/** Whether both can read what is kept. */
	areConnected: () => Promise<boolean>;
};

/**
 * Two bots of one token and on one Redis, as two processes are: they share nothing else. What comes in is handed to the
 * one and the other in turn, at once.
 */
export async function startReplicas(redis: RedisServer, overrides: Partial<Deps> = {}): Promise<Replicas> {
	const server = await createBotApiServer();
	onTestFinished(() => server.close());
	const [one, other] = [await start(server, redis, overrides), await start(server, redis, overrides)];
	const times: number[] = [];
	const handle = async ({ bot }: Replica, update: Update): Promise<void> => {
		const begin = performance.now();
		await bot.handleUpdate(update);
		times.push(performance.now() - begin);
		server.world.confirm(update.update_id);
	};
	let next = 0;
	server.world.onUpdate((update) => void handle(next++ % 2 === 0 ? one : other, update));
	const areConnected = async (): Promise<boolean> => (await isConnected(one)) && (await isConnected(other));
	return { server, bots: [one.bot, other.bot], times, areConnected };
}

type Replica = { bot: Bot<BotContext>; store: Store };

async function start(server: BotApiServer, { url }: RedisServer, overrides: Partial<Deps>): Promise<Replica> {
	const log = pino({ level: 'silent' });
	const { store, coordination } = await openRedis(url, { log });
	onTestFinished(() => store.close());
	const deps = createDeps({ store: withFallbacks(store, log), coordination, ...overrides });
	const bot = createBot(deps, { token: server.token, apiRoot: server.url });
	bot.botInfo = await bot.api.getMe();
	return { bot, store };
}

async function isConnected({ store }: Replica): Promise<boolean> {
	return store.listVotes().then(
		() => true,
		() => false,
	);
}

/** Most of what one person reads before the next tap, and all that a loaded machine needs. */
const EDIT_MS = 100;

/** How many edits of both bots were under way at the same time at most, each slowed down. */
export function watchEdits(bots: readonly Bot<BotContext>[]): { most: () => number; bots: () => number } {
	let [underWay, most] = [0, 0];
	const edited = new Set<number>();
	bots.forEach((bot, index) => {
		bot.api.config.use(async (call, method, payload, signal) => {
			if (method !== 'editMessageText') {
				return call(method, payload, signal);
			}
			edited.add(index);
			underWay += 1;
			most = Math.max(most, underWay);
			try {
				await wait(EDIT_MS);
				return await call(method, payload, signal);
			} finally {
				underWay -= 1;
			}
		});
	});
	return { most: () => most, bots: () => edited.size };
}

/** Screens to tap through. */
export const SCREENS = ['/check-data/povo/', '/check-data/ahamo/', '/check-data/linemo/'];
