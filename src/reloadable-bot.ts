import type { Api, Bot } from 'grammy';
import type { Update } from 'grammy/types';
import type { BotContext } from './bot/context.ts';
import type { Content, Deps } from './bot/deps.ts';
import { type Connection, createBot } from './bot/index.ts';
import { KnowledgeError } from './catalogue/problem.ts';

/** A bot whose knowledge can be exchanged while it runs. */
export type ReloadableBot = {
	api: Api;
	bot: Bot<BotContext>;
	handleUpdate: (update: Update) => Promise<void>;
	/** What the bot is made of now. */
	deps: () => Deps;
	/** Takes the knowledge as it is now. @returns what is wrong with it, in which case nothing changes */
	reload: () => string | undefined;
};

/**
 * Makes the bot, and makes it anew when its knowledge was edited: whatever is in hand is finished by the old one.
 * @param readContent reads the knowledge; throws a KnowledgeError for what is wrong in it
 */
export function createReloadableBot(
	first: Deps,
	{ connection, readContent }: { connection: Connection; readContent: () => Content },
): ReloadableBot {
	const bot = createBot(first, connection);
	let current = { bot, deps: first };
	return {
		api: bot.api,
		bot,
		handleUpdate: (update) => current.bot.handleUpdate(update),
		deps: () => current.deps,
		reload: () => {
			try {
				const deps = { ...current.deps, ...readContent() };
				const renewed = createBot(deps, connection);
				renewed.botInfo = bot.botInfo;
				current = { bot: renewed, deps };
				return undefined;
			} catch (error) {
				if (error instanceof KnowledgeError) {
					return error.message;
				}
				throw error;
			}
		},
	};
}
