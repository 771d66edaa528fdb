import {
	type CallbackQueryContext,
	type CommandContext,
	Context,
	type Filter,
	type FilterQuery,
	type NextFunction,
} from 'grammy';
import type { BotContext } from './context.ts';

/** What a feature does with an update, or undefined where it wants another. */
export type Route = (ctx: BotContext) => (() => Promise<void>) | undefined;

/** Updates of a kind, as the library names them (https://grammy.dev/guide/filter-queries), where a condition holds. */
export function on<Query extends FilterQuery>(
	query: Query | Query[],
	handle: (ctx: Filter<BotContext, Query>) => Promise<void>,
	where: (ctx: BotContext) => boolean = () => true,
): Route {
	const isOfKind = Context.has.filterQuery(query);
	return (ctx) => (isOfKind(ctx) && where(ctx) ? () => handle(ctx) : undefined);
}

/** One of these commands; what stands behind it is `ctx.match`. */
export function command(names: string | string[], handle: (ctx: CommandContext<BotContext>) => Promise<void>): Route {
	const isCommand = Context.has.command(names);
	return (ctx) => (isCommand(ctx) ? () => handle(ctx) : undefined);
}

/** Taps on buttons whose callback data is like this; what was found in it is `ctx.match`. */
export function tap(pattern: RegExp, handle: (ctx: CallbackQueryContext<BotContext>) => Promise<void>): Route {
	const isTap = Context.has.callbackQuery(pattern);
	return (ctx) => (isTap(ctx) ? () => handle(ctx) : undefined);
}

/**
 * The first route that wants an update takes it. The library's own filters make new composers for every update that
 * they look at; with some forty in a row that was half of what an answer left behind for the garbage collector.
 */
export function firstOf(routes: readonly Route[]): Link {
	return (ctx, next) => {
		for (const route of routes) {
			const act = route(ctx);
			if (act) {
				return act();
			}
		}
		return next();
	};
}

/** Middleware as the library takes it, always asynchronous. */
export type Link = (ctx: BotContext, next: NextFunction) => Promise<void>;

/**
 * Puts middleware in a row. The library's own `use` keeps two more functions waiting for each of them while an answer
 * is on its way to Telegram: of all that an update in hand takes in memory, that was the most.
 */
export function chain(...links: readonly Link[]): Link {
	return (ctx, next) => {
		const from = (index: number): Promise<void> => links[index]?.(ctx, () => from(index + 1)) ?? next();
		return from(0);
	};
}
