import { payloadOf } from '../../deep-link.ts';
import type { Draw } from '../../deliver/draw.ts';
import type { Deps } from '../../deps.ts';
import { on, type Route } from '../../router.ts';
import { createSearch } from './search.ts';
import { toResult } from './to-result.ts';

/** Long enough for the letters typed and taken back, short enough that a mended fact is soon seen. */
const CACHE_SECONDS = 60;

/** `@bot povo` in any chat: a list of answers to choose from, each of which becomes a message with its buttons. */
export function routes(deps: Deps, draw: Draw): Route[] {
	const search = createSearch(deps);
	return [
		on('inline_query', async (ctx) => {
			const drawn = await Promise.all(search(ctx.inlineQuery.query).map((path) => draw(ctx, path)));
			const isEmpty = drawn.length === 0;
			await ctx.answerInlineQuery(drawn.map(toResult), {
				cache_time: CACHE_SECONDS,
				// The same words are answered in each person's own language and layout.
				is_personal: true,
				...(isEmpty ? { button: { text: ctx.t('inline.nothing'), start_parameter: payloadOf('/') } } : {}),
			});
		}),
	];
}
