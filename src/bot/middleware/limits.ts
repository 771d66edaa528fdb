import { limit } from '@grammyjs/ratelimiter';
import { Composer } from 'grammy';
import type { Counter } from '../../storage/coordination.ts';
import { isGroup } from '../chat.ts';
import type { BotContext } from '../context.ts';
import { redirectToPrivate } from '../deliver/access.ts';
import type { Deliver } from '../deliver/index.ts';
import type { Limits } from '../deps.ts';
import { HOME, SLOW_DOWN } from '../paths.ts';

const MINUTE_IN_MS = 60_000;

/** Telegram lets a bot write about twenty messages a minute into one group, edits among them: https://grammy.dev/advanced/flood. A notice and a greeting must fit in too. */
export const DEFAULT_LIMITS: Limits = { person: 300, inline: 600, groupQuestions: 18, groupTaps: 15 };

/**
 * Keeps one person or one group from using the bot up: past the limit there is one notice, then silence until the
 * minute is over. A tap in a group past it opens the same screen in the private chat, which has limits of its own.
 * @param counter counts for several processes together; without it this one counts for itself
 */
export function rateLimits(deliver: Deliver, limits: Limits, counter?: Counter): Composer<BotContext> {
	const slowDown = async (ctx: BotContext): Promise<void> => {
		await (ctx.callbackQuery ? ctx.answerCallbackQuery(ctx.t('notice.slowDown')) : deliver(ctx, SLOW_DOWN));
	};
	const counting = counter ? { storageClient: counter } : {};
	// An update for which there is no key is not counted.
	const rule = (name: keyof Limits, keyGenerator: KeyOf, beyond: Beyond = {}) =>
		limit({ ...counting, timeFrame: MINUTE_IN_MS, limit: limits[name], keyPrefix: name, keyGenerator, ...beyond });
	return new Composer(
		rule('inline', searcherOf),
		rule('person', personOf, { onLimitExceeded: slowDown }),
		rule('groupQuestions', questionedGroupOf, { onLimitExceeded: slowDown }),
		rule('groupTaps', tappedGroupOf, { alwaysReply: true, onLimitExceeded: toPrivate }),
	);
}

/** What is done past a limit, at its first update or at each. */
type Beyond = { onLimitExceeded?: (ctx: BotContext) => Promise<void>; alwaysReply?: boolean };

/** Under which key an update is counted, or undefined where the limit is no concern of it. */
type KeyOf = (ctx: BotContext) => string | undefined;

function searcherOf({ inlineQuery }: BotContext): string | undefined {
	return inlineQuery?.from.id.toString();
}

function personOf({ message, callbackQuery, from }: BotContext): string | undefined {
	return message || callbackQuery ? from?.id.toString() : undefined;
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
