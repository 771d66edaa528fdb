import type { Open } from '../../deliver/open.ts';
import { on, type Route } from '../../router.ts';

/** Callback data that is no path comes from an older bot or a forged client: it opens the menu and says why. */
export function routes(open: Open): Route[] {
	return [
		on('callback_query', async (ctx) => {
			await open(ctx, '/');
			await ctx.answerCallbackQuery(ctx.t('error.gone'));
		}),
	];
}
