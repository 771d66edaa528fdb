import type { Filter } from 'grammy';
import { addressedTo } from '../../addressed.ts';
import { isGroup } from '../../chat.ts';
import type { BotContext } from '../../context.ts';
import type { Open } from '../../deliver/open.ts';
import type { Deps } from '../../deps.ts';
import type { SetLocale } from '../../middleware/load-context.ts';
import { on, type Route } from '../../router.ts';
import { personBehind } from '../../sender.ts';
import { resolveAddressed } from './resolve.ts';

/** In a group the bot answers who calls it by name or replies to it, if it is clear what they mean. */
export function routes(deps: Deps, open: Open, setLocale: SetLocale): Route[] {
	const answer = async (ctx: Filter<BotContext, 'message'>): Promise<void> => {
		const addressed = addressedTo(ctx.me, ctx.msg);
		if (!addressed) {
			return;
		}
		if (addressed.question) {
			// Whoever wrote the question is answered, in their language, and may tap.
			ctx.answered = addressed.question.message_id;
			await setLocale(ctx, personBehind(addressed.question));
		}
		const resolved = resolveAddressed(deps, ctx, addressed);
		if (resolved) {
			const { path, ...extras } = resolved;
			await open(ctx, path, extras);
		}
	};
	return [on('message', answer, isGroup)];
}
