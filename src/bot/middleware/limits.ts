import { limit } from '@grammyjs/ratelimiter';
import { Composer, type NextFunction } from 'grammy';
import type { Counter } from '../../storage/coordination.ts';
import { isGroup } from '../chat.ts';
import type { BotContext } from '../context.ts';
import { redirectToPrivate } from '../deliver/access.ts';
import type { Deliver } from '../deliver/index.ts';
import type { Limits } from '../deps.ts';
import { HOME, SLOW_DOWN } from '../paths.ts';

const MINUTE_IN_MS = 60_000;

/**
 * Telegram lets a bot write about twenty messages a minute into one group, edits among them, and thirty a second in all:
 * https://grammy.dev/advanced/flood. A notice and a greeting must fit in too.
 */
export const DEFAULT_LIMITS: Limits = {
	person: 120,
	inline: 600,
	guest: 30,
	greetings: 5,
	groupQuestions: 18,
	groupTaps: 15,
	messagesPerSecond: 22,
};

/**
 * Drops what one person sends beyond their limit, before it waits in any queue and before anything is read for it. The
 * first one past it goes on, to be told.
 * @param counter counts for several processes together; without it this one counts for itself
 */
export function dropBeyondLimits(limits: Limits, counter?: Counter): Composer<BotContext> {
	const rule = createRules(limits, counter);
	const onLimitExceeded = async (ctx: BotContext, next: NextFunction): Promise<void> => {
		ctx.isBeyondLimit = true;
		await next();
	};
	return new Composer(
		rule('inline', ({ inlineQuery }) => inlineQuery?.from.id.toString()),
		rule('guest', ({ guestMessage }) => guestMessage?.from?.id.toString()),
		// Whoever adds the bot to one group after the other.
		rule('greetings', (ctx) => (isGroup(ctx) ? ctx.myChatMember?.from.id.toString() : undefined)),
		rule('person', personOf, { onLimitExceeded }),
	);
}

/**
 * Keeps a group from using the bot up, and tells whoever went past a limit: there is one notice, then silence until the
 * minute is over. A tap in a group past its limit opens the same screen in the private chat, which has limits of its own.
 */
export function rateLimits(deliver: Deliver, limits: Limits, counter?: Counter): Composer<BotContext> {
	const slowDown = async (ctx: BotContext): Promise<void> => {
		await (ctx.callbackQuery ? ctx.answerCallbackQuery(ctx.t('notice.slowDown')) : deliver(ctx, SLOW_DOWN));
	};
	const rule = createRules(limits, counter);
	return new Composer<BotContext>(
		(ctx, next) => (ctx.isBeyondLimit ? slowDown(ctx) : next()),
		rule('groupQuestions', questionedGroupOf, { onLimitExceeded: slowDown }),
		rule('groupTaps', tappedGroupOf, { alwaysReply: true, onLimitExceeded: toPrivate }),
	);
}

/** What is done past a limit, at its first update or at each. */
type Beyond = { onLimitExceeded?: (ctx: BotContext, next: NextFunction) => Promise<void>; alwaysReply?: boolean };

/** Under which key an update is counted, or undefined where the limit is no concern of it. */
type KeyOf = (ctx: BotContext) => string | undefined;

function createRules(limits: Limits, counter: Counter | undefined) {
	const counting = counter ? { storageClient: counter } : {};
	return (name: keyof Limits, keyGenerator: KeyOf, beyond: Beyond = {}) =>
		limit({ ...counting, timeFrame: MINUTE_IN_MS, limit: limits[name], keyPrefix: name, keyGenerator, ...beyond });
}

function personOf({ message, editedMessage, callbackQuery, from }: BotContext): string | undefined {
	return message || editedMessage || callbackQuery ? from?.id.toString() : undefined;
}

function questionedGroupOf(ctx: BotContext): string | undefined {
	return isGroup(ctx) && ctx.message ? ctx.chat.id.toString() : undefined;
}

function tappedGroupOf(ctx: BotContext): string | undefined {
	return isGroup(ctx) && ctx.callbackQuery ? ctx.chat.id.toString() : undefined;
}

function toPrivate(ctx: BotContext): Promise<void> {
	return redirectToPrivate(ctx, ctx.callbackQuery?.data ?? HOME);
}
