import type { Api } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import { KnowledgeError } from '../catalogue/problem.ts';
import type { Content, Deps } from './deps.ts';
import { type Connection, createBot } from './index.ts';

/** A bot whose knowledge can be exchanged while it runs. */
export type ReloadableBot = {
	api: Api;
	/** Tells the bot who it is, before it handles anything. */
	introduce: (me: UserFromGetMe) => void;
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
		introduce: (me) => {
			bot.botInfo = me;
		},
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
				// Whatever it is, the bot that runs is as good as before.
				return error instanceof KnowledgeError ? error.message : ((error as Error).stack ?? String(error));
			}
		},
	};
}
