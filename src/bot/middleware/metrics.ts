import type { Middleware, Transformer } from 'grammy';
import type { Metrics } from '../../metrics.ts';
import type { BotContext } from '../context.ts';
import { errorCodeOf } from '../telegram-errors.ts';
import { ALLOWED_UPDATES } from '../updates.ts';

/** Counts updates by kind, and how long each took. */
export function measureUpdates(metrics: Metrics, now: () => number): Middleware<BotContext> {
	return async ({ update }, next) => {
		const start = performance.now();
		try {
			await next();
		} finally {
			metrics.handled(kindOf(update), secondsSince(start), now());
		}
	};
}

/** Unknown kinds come from newer servers; as a label they share one name, so that nobody can invent more. */
const KINDS = ALLOWED_UPDATES;

function kindOf(update: BotContext['update']): string {
	return KINDS.find((kind) => update[kind] !== undefined) ?? 'other';
}

/** Counts calls to Telegram by method and result. */
export function measureCalls(metrics: Metrics): Transformer {
	return async (call, method, payload, signal) => {
		const start = performance.now();
		try {
			const answer = await call(method, payload, signal);
			metrics.called(method, answer.ok ? 'ok' : String(answer.error_code), secondsSince(start));
			return answer;
		} catch (error) {
			metrics.called(method, String(errorCodeOf(error) ?? 'error'), secondsSince(start));
			throw error;
		}
	};
}

function secondsSince(start: number): number {
	return (performance.now() - start) / 1000;
}
