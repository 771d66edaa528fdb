import { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import type { Render } from '../../deliver/render.ts';
import type { Content } from '../../deps.ts';
import { HOME, toPayload } from '../../paths.ts';
import { createSearch } from './search.ts';
import { toResult } from './to-result.ts';

/** Long enough for the letters typed and taken back, short enough that a mended fact is soon seen. */
const CACHE_SECONDS = 60;

/** `@bot povo` in any chat: a list of answers to choose from, each of which becomes a message with its buttons. */
export function inlineQueries(content: Content, render: Render): Composer<BotContext> {
	const search = createSearch(content);
	const composer = new Composer<BotContext>();
	composer.on('inline_query', async (ctx) => {
		const screens = await Promise.all(search(ctx.inlineQuery.query).map((path) => render(ctx, path)));
		const isEmpty = screens.length === 0;
		await ctx.answerInlineQuery(screens.map(toResult), {
			cache_time: CACHE_SECONDS,
			// The same words are answered in each person's own language and layout.
			is_personal: true,
			...(isEmpty ? { button: { text: ctx.t('inline.nothing'), start_parameter: toPayload(HOME) } } : {}),
		});
	});
	return composer;
}
