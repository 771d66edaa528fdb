import { limit } from '@grammyjs/ratelimiter';
import type { Middleware } from 'grammy';
import type { Counter } from '../../sharing.ts';
import type { BotContext } from '../context.ts';
import type { Open } from '../deliver/open.ts';
import { pointToPrivate } from '../deliver/point-to-private.ts';
import { SLOW_DOWN } from '../features/notices/index.ts';
import { isGroup } from './group.ts';

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
export function createLimits(open: Open, limits: Limits, counter?: Counter): Middleware<BotContext>[] {
	const slowDown = async (ctx: BotContext): Promise<void> => {
		await (ctx.callbackQuery ? ctx.answerCallbackQuery(ctx.t('notice.slowDown')) : open(ctx, SLOW_DOWN));
	};
	const counting = counter ? { storageClient: counter } : {};
	const rule = (name: keyof Limits, keyGenerator: (ctx: BotContext) => string | undefined) =>
		({ ...counting, timeFrame: MINUTE, limit: limits[name], keyPrefix: name, keyGenerator }) as const;
	return [
		limit(rule('inline', searcherOf)),
		limit({ ...rule('person', personOf), onLimitExceeded: slowDown }),
		limit({ ...rule('groupQuestions', questionedGroupOf), onLimitExceeded: slowDown }),
		limit({ ...rule('groupTaps', tappedGroupOf), alwaysReply: true, onLimitExceeded: toPrivate }),
	];
}

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
	return pointToPrivate(ctx, ctx.callbackQuery?.data ?? '/');
}
