import { setMaxListeners } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { UserFromGetMe } from 'grammy/types';
import { createBotApiApp, type Guard, type PageApp } from './app.ts';
import { Calls } from './calls.ts';
import type { ServerState } from './dispatch.ts';
import { Faults } from './faults.ts';
import { createGroup, type Group, type GroupOptions } from './people/group.ts';
import { createPerson, type Person, type PersonOptions } from './people/person.ts';
import { startWebhook } from './webhook-delivery.ts';
import { World } from './world/world.ts';

export type BotApiServerOptions = {
	/** Loopback by default. */
	host?: string;
	/** 0 (the default) takes a free port. */
	port?: number;
	token?: string;
	/** Overrides of what getMe returns. */
	bot?: Partial<UserFromGetMe>;
	/** The clock, in milliseconds since 1970: for dates, the 15 s of ephemeral messages and the 48 h of deletions. */
	now?: () => number;
	/** Whether chosen inline results are reported (BotFather's /setinlinefeedback). */
	inlineFeedback?: boolean;
	/**
	 * False for a server from before ephemeral messages: it ignores `ephemeral_message_parameters` and answers 404 to
	 * the methods for ephemeral messages.
	 */
	ephemeral?: boolean;
	/** False takes messages as fast as they come, for tests that are about something else. */
	floodLimits?: boolean;
	/** How long a person waits for the bot to confirm an update. */
	confirmTimeoutMs?: number;
	/**
	 * For a bot that remembers ids of an earlier server: message ids continue after this number (0 by default), update
	 * ids start at a thousand times it.
	 */
	firstId?: number;
	/** What is served beside the Bot API. */
	page?: (state: ServerState) => PageApp;
	/** What every request has to pass first, to the Bot API and to the page. */
	guard?: Guard;
};

export type BotApiServer = {
	/** The `apiRoot` for grammY. */
	readonly url: string;
	readonly token: string;
	readonly world: World;
	readonly faults: Faults;
	readonly calls: Calls;
	person(options: PersonOptions): Person;
	group(options: GroupOptions): Group;
	/**
	 * Posts updates to this URL, with the secret token of setWebhook, until the returned function is called. After a
	 * failure Telegram's pauses are counted in `pauseMs`, by default in seconds.
	 */
	deliverTo(target: string, pauseMs?: number): () => void;
	/** Ends running long polls and hung calls, then stops listening. */
	close(): Promise<void>;
};

const DEFAULT_TOKEN = '4200001:a-token-for-tests-0123456789abcdef';

/**
 * Starts a strict fake of Telegram's Bot API for tests and the playground. It keeps everything in memory.
 *
 * @example
 * const server = await createBotApiServer({ token: '42:test' });
 * const bot = new Bot(server.token, { client: { apiRoot: server.url } });
 */
export async function createBotApiServer(options: BotApiServerOptions = {}): Promise<BotApiServer> {
	const { host = '127.0.0.1', port = 0, token = DEFAULT_TOKEN } = options;
	const world = createWorld(token, options);
	const faults = new Faults();
	const calls = new Calls();
	const closing = new AbortController();
	// Everything that waits listens to it: polls, pauses of a webhook, held-back conflicts.
	setMaxListeners(0, closing.signal);
	const state = { world, faults, calls };
	const { page, guard } = options;
	const app = createBotApiApp(state, { token, closing: closing.signal, page: page?.(state), guard });
	const server = createAdaptorServer({ fetch: app.fetch });
	const address = await listen(server, port, host);
	return {
		url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
		token,
		world,
		faults,
		calls,
		person: (personOptions) => createPerson(world, personOptions),
		group: (groupOptions) => createGroup(world, groupOptions),
		deliverTo: (target, pauseMs = 1000) => startWebhook(world, { target, pauseMs, signal: closing.signal }),
		close: async () => {
			closing.abort();
			faults.clear();
			await stop(server);
		},
	};
}

function createWorld(token: string, options: BotApiServerOptions): World {
	const { bot, now, inlineFeedback, ephemeral, floodLimits, confirmTimeoutMs, firstId } = options;
	return new World({
		bot: { ...defaultBot(Number(token.split(':')[0])), ...bot },
		now: now ?? Date.now,
		inlineFeedback: inlineFeedback ?? true,
		knowsEphemeral: ephemeral ?? true,
		hasFloodLimits: floodLimits ?? true,
		confirmTimeoutMs: confirmTimeoutMs ?? 30_000,
		firstId,
	});
}

function defaultBot(id: number): UserFromGetMe {
	return {
		id,
		is_bot: true,
		first_name: 'Nokori',
		username: 'nokori_bot',
		can_join_groups: true,
		can_read_all_group_messages: false,
		supports_guest_queries: true,
		supports_inline_queries: true,
		can_connect_to_business: false,
		has_main_web_app: false,
		has_topics_enabled: false,
		allows_users_to_create_topics: false,
		can_manage_bots: false,
		supports_join_request_queries: false,
	};
}

type NodeServer = ReturnType<typeof createAdaptorServer>;

async function listen(server: NodeServer, port: number, host: string): Promise<AddressInfo> {
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, () => {
			server.off('error', reject);
			resolve();
		});
	});
	const address = server.address();
	if (typeof address !== 'object' || address === null) {
		throw new Error(`The server has no port: ${String(address)}. Pass a host and a port.`);
	}
	return address;
}

async function stop(server: NodeServer): Promise<void> {
	await new Promise<void>((resolve) => {
		server.close(() => resolve());
		if ('closeAllConnections' in server) {
			server.closeAllConnections();
		}
	});
}
