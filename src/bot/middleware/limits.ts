import { limit } from '@grammyjs/ratelimiter';
import type { Counter } from '../../storage/coordination.ts';
import { isGroup } from '../chat.ts';
import type { BotContext } from '../context.ts';
import type { Open } from '../deliver/open.ts';
import { redirectToPrivate } from '../deliver/point-to-private.ts';
import type { Link } from '../router.ts';
import { SLOW_DOWN } from '../screens/notices.ts';

const MINUTE = 60_000;

/** How much comes in from one place within a minute before it is too much. */
export type Limits = { person: number; inline: number; groupQuestions: number; groupTaps: number };

/** Telegram lets a bot write about twenty messages a minute into one group, edits among them: https://grammy.dev/advanced/flood */
export const LIMITS: Limits = { person: 300, inline: 600, groupQuestions: 20, groupTaps: 15 };

/**
 * Keeps one person or one group from using the bot up: past the limit there is one notice, then silence until the
 * minute is over. A tap in a group past it opens the same screen in the private chat, which has limits of its own.
 * @param counter counts for several processes together; without it this one counts for itself
 */
export function createLimits(open: Open, limits: Limits, counter?: Counter): Link[] {
	const slowDown = async (ctx: BotContext): Promise<void> => {
		await (ctx.callbackQuery ? ctx.answerCallbackQuery(ctx.t('notice.slowDown')) : open(ctx, SLOW_DOWN));
	};
	const counting = counter ? { storageClient: counter } : {};
	const rule = (name: keyof Limits, keyGenerator: Place, beyond: Beyond = {}): Link => {
		const common = { ...counting, timeFrame: MINUTE, limit: limits[name], keyPrefix: name, keyGenerator };
		const count = limit({ ...common, ...beyond });
		// Most updates are the concern of one limit only.
		return (ctx, next) => (keyGenerator(ctx) === undefined ? next() : count(ctx, next));
	};
	return [
		rule('inline', searcherOf),
		rule('person', personOf, { onLimitExceeded: slowDown }),
		rule('groupQuestions', questionedGroupOf, { onLimitExceeded: slowDown }),
		rule('groupTaps', tappedGroupOf, { alwaysReply: true, onLimitExceeded: toPrivate }),
	];
}

/** What is done past a limit, at its first update or at each. */
type Beyond = { onLimitExceeded?: (ctx: BotContext) => Promise<void>; alwaysReply?: boolean };

/** Where an update is counted, or undefined where the limit is no concern of it. */
type Place = (ctx: BotContext) => string | undefined;

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
	return redirectToPrivate(ctx, ctx.callbackQuery?.data ?? '/');
}
