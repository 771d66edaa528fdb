import type { BotError } from 'grammy';
import { StoreError } from '../errors.ts';
import type { BotContext } from './context.ts';
import type { Deps } from './deps.ts';
import { refusalOf } from './telegram-errors.ts';

/**
 * Handles whatever went wrong with one update: the person gets a neutral sentence with a reference, the log gets the
 * error under the same reference. Neither gets the message's text.
 */
export function createErrorBoundary({ log, i18n, defaultLocale }: Deps) {
	return async function errorBoundary({ error, ctx }: BotError<BotContext>): Promise<void> {
		const refusal = refusalOf(error);
		if (refusal === 'forbidden' || refusal === 'too-old' || refusal === 'flood') {
			// Blocked, removed, or nobody waits any more: there is no one to tell. In flood it could not be told.
			log.info({ updateId: ctx.update.update_id, refusal }, 'update could not be answered');
			return;
		}
		const reference = ctx.update.update_id.toString(36);
		log.error({ err: error, updateId: ctx.update.update_id, reference }, 'update failed');
		const t = ctx.t ?? i18n.translator(defaultLocale);
		try {
			// A broken store has a sentence of its own, since questions are still answered.
			await tell(ctx, error instanceof StoreError ? t('cards.broken') : t('error.general', { reference }));
		} catch (second) {
			log.warn({ err: second, updateId: ctx.update.update_id }, 'the person could not be told');
		}
	};
}

async function tell(ctx: BotContext, text: string): Promise<void> {
	if (ctx.callbackQuery) {
		await ctx.answerCallbackQuery({ text, show_alert: true });
	} else if (ctx.chat && !ctx.guestMessage) {
		// A guest's question comes from a chat that the bot is not in.
		await ctx.reply(text);
	}
}
