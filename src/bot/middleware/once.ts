import type { NextFunction } from 'grammy';
import type { BotContext } from '../context.ts';
import type { Deps } from '../deps.ts';

/**
 * Handles no update twice. After a kill Telegram sends again what was not confirmed; what was answered by then is known
 * by its number. It is noted after the answer, so that nothing is lost: what was just in hand may come twice.
 */
export function createOnce({ store, now }: Pick<Deps, 'store' | 'now'>) {
	return async function once(ctx: BotContext, next: NextFunction): Promise<void> {
		const id = ctx.update.update_id;
		if (await store.isSeen(id)) {
			return;
		}
		await next();
		await store.markSeen(id, now());
	};
}
