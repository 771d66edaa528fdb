import { Api, Bot, type Context, GrammyError } from 'grammy';
import { expect, onTestFinished } from 'vitest';
import {
	type BotApiServer,
	type BotApiServerOptions,
	createBotApiServer,
	type Group,
	type GroupOptions,
	type Person,
} from '../../src/bot-api-server/index.ts';

/** A server whose clock stands still until the test moves it, and that closes with the test. */
export async function setUp(options: BotApiServerOptions = {}): Promise<{
	server: BotApiServer;
	api: Api;
	clock: { ms: number };
}> {
	const clock = { ms: Date.UTC(2026, 8, 1) };
	const server = await createBotApiServer({ now: () => clock.ms, confirmTimeoutMs: 25_000, ...options });
	onTestFinished(() => server.close());
	return { server, api: new Api(server.token, { apiRoot: server.url }), clock };
}

/** Confirms every update at once, for tests that are about calls and need no bot. */
export function confirmAll({ world }: BotApiServer): void {
	world.onUpdate(({ update_id }) => queueMicrotask(() => world.confirm(update_id)));
}

/** Everything set up with Alice, who has written to the bot, and updates confirmed by nobody in particular. */
export async function setUpWithAlice(
	options: BotApiServerOptions = {},
): Promise<Awaited<ReturnType<typeof setUp>> & { alice: Person; chatId: number }> {
	const base = await setUp(options);
	confirmAll(base.server);
	const alice = base.server.person({ name: 'Alice', language: 'en' });
	await alice.sends('/start');
	return { ...base, alice, chatId: alice.id };
}

/** Alice owns a group with Bob and the bot. */
export async function setUpWithGroup(
	options: Partial<GroupOptions> = {},
): Promise<Awaited<ReturnType<typeof setUpWithAlice>> & { bob: Person; group: Group }> {
	const base = await setUpWithAlice();
	const bob = base.server.person({ name: 'Bob', language: 'ja' });
	const group = base.server.group({ title: 'Trip', members: [base.alice, bob], bot: 'member', ...options });
	return { ...base, bob, group };
}

/** A bot that polls the server until the test ends. */
export function startBot(server: BotApiServer, register: (bot: Bot) => void): Bot<Context> {
	const bot = new Bot(server.token, { client: { apiRoot: server.url } });
	register(bot);
	const running = bot.start({ timeout: 1 });
	// Not awaited: it asks once more for the same offset, which takes three seconds. The server ends that as it closes.
	onTestFinished(() => {
		void bot.stop().catch(() => undefined);
		void running.catch(() => undefined);
	});
	return bot;
}

/** The error Telegram would answer with; fails where the call succeeds. */
export async function refusal(call: Promise<unknown>): Promise<string> {
	const error = await call.then(
		() => undefined,
		(reason: unknown) => reason,
	);
	expect(error, 'the call should be refused').toBeInstanceOf(GrammyError);
	return `${(error as GrammyError).error_code} ${(error as GrammyError).description}`;
}

/** The rules broken so far, without detail. */
export function rules({ world }: BotApiServer): string[] {
	return world.violations.map(({ rule }) => rule);
}

/** Sends parameters the types of grammY would not let through. */
export async function call(server: BotApiServer, method: string, params: unknown): Promise<Record<string, unknown>> {
	const response = await fetch(`${server.url}/bot${server.token}/${method}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(params),
	});
	return (await response.json()) as Record<string, unknown>;
}
