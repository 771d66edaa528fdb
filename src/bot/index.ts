import { Bot } from 'grammy';
import { MenuMiddleware } from 'grammy-inline-menu';
import type { BotContext } from './context.ts';
import { createDeliver, type Open } from './deliver.ts';
import type { Deps } from './deps.ts';
import { createErrorBoundary } from './error-boundary.ts';
import * as language from './features/language/index.ts';
import * as menu from './features/menu/index.ts';
import * as oldButtons from './features/old-buttons/index.ts';
import * as procedureCommands from './features/procedure/commands.ts';
import * as words from './features/words/index.ts';
import { findPlace } from './menu/find-place.ts';
import { type ScreenMenu, toMenu } from './menu/to-menu.ts';
import { answerEveryTap } from './middleware/answer-every-tap.ts';
import { createInOrder } from './middleware/in-order.ts';
import { createLocale } from './middleware/locale.ts';
import { retryBounded } from './retry.ts';

/** Longer than Telegram's long poll of 30 s, shorter than a person's patience with a connection that hangs. */
const CLIENT_TIMEOUT_SECONDS = 45;

/** Where the bot connects to. */
export type Connection = { token: string; apiRoot: string };

/**
 * Makes the bot, in the order in which an update meets its parts. Nothing runs before somebody feeds it updates.
 */
export function createBot(deps: Deps, { token, apiRoot }: Connection): Bot<BotContext> {
	const bot = new Bot<BotContext>(token, { client: { apiRoot, timeoutSeconds: CLIENT_TIMEOUT_SECONDS } });
	bot.api.config.use(retryBounded);
	const root = toMenu(menu.menu(deps, new Map([['lang', language.menu(deps)]])), deps.today);
	const deliver = createDeliver(deps.richMessages);
	const open: Open = (ctx, path, extras) => {
		const found = findPlace(root, path);
		return deliver(found.place, ctx, found.path, extras);
	};
	const menus = new MenuMiddleware<BotContext>('/', root, {
		sendMenu: (shown, ctx, path) => deliver(shown as ScreenMenu, ctx, path),
	});

	bot.use(createInOrder());
	bot.use(answerEveryTap);
	const protectedBot = bot.errorBoundary(createErrorBoundary(deps));
	protectedBot.use(createLocale(deps));
	protectedBot.use(procedureCommands.bot(deps, open));
	protectedBot.use(language.bot(deps, open));
	protectedBot.use(menus);
	protectedBot.use(oldButtons.bot(open));
	// Must be the last: it takes whatever nobody else wanted.
	protectedBot.use(words.bot(deps, open));
	return bot;
}
