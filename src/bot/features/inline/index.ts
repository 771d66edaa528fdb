import { Composer } from 'grammy';
import type { InlineQueryResultArticle } from 'grammy/types';
import type { Document, Line } from '../../../answer/document.ts';
import { renderRich } from '../../../answer/render-rich.ts';
import type { BotContext } from '../../context.ts';
import type { Render, RenderedScreen } from '../../deliver/render.ts';
import type { Content } from '../../deps.ts';
import { HOME, toPayload } from '../../paths.ts';
import { createSearch } from './search.ts';

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

/** A screen as an inline result: its title and first sentence to choose by, and the whole screen as the message. */
export function toResult({
	path,
	document,
	text,
	rich,
	reply_markup,
}: Omit<RenderedScreen, 'topic'>): InlineQueryResultArticle {
	return {
		type: 'article',
		id: toPayload(path),
		title: firstOf(document, 'title') || firstOf(document, 'paragraph'),
		description: firstOf(document, 'paragraph'),
		input_message_content: rich ? { rich_message: { blocks: renderRich(document) } } : messageOf(text),
		reply_markup,
	};
}

function messageOf({ text, ...rest }: RenderedScreen['text']) {
	return { message_text: text, ...rest };
}

function firstOf(document: Document, kind: 'title' | 'paragraph'): string {
	const block = document.find((one) => one.kind === kind);
	return block && 'content' in block ? textOf(block.content) : '';
}

function textOf(line: Line): string {
	return line.map(({ text }) => text).join('');
}
