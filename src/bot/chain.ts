import type { NextFunction } from 'grammy';
import type { BotContext } from './context.ts';

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
