import type { MiddlewareFn } from 'grammy';
import type { BotContext } from '../context.ts';
import { refusalOf } from '../telegram-errors.ts';

/**
 * Answers every tap exactly once, whatever happens behind it: a second answer is dropped, a missing one is given at
 * the end. Without an answer the button spins for minutes. It stands outside the error boundary, which answers too.
 */
export const autoAnswer: MiddlewareFn<BotContext> = async (ctx, next) => {
	if (!ctx.callbackQuery) {
		return next();
	}
	let answered = false;
	// This api belongs to the one update, so nothing of it is left behind.
	ctx.api.config.use(async (call, method, payload, signal) => {
		if (method !== 'answerCallbackQuery') {
			return call(method, payload, signal);
		}
		if (answered) {
			return { ok: true, result: true } as Awaited<ReturnType<typeof call<typeof method>>>;
		}
		answered = true;
		return call(method, payload, signal);
	});
	try {
		await next();
	} finally {
		await ctx.answerCallbackQuery().catch(ignoreTooOld);
	}
};

/** After a downtime taps come in that nobody waits for any more. */
function ignoreTooOld(error: unknown): void {
	if (refusalOf(error) !== 'too-old') {
		throw error;
	}
}
