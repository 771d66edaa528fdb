import type { InlineQueryResultArticle } from 'grammy/types';
import type { Document, Line } from '../../../answer/document.ts';
import { renderRich } from '../../../answer/render-rich.ts';
import type { Rendered } from '../../deliver/render.ts';
import { toPayload } from '../../paths.ts';

/** A screen as an inline result: its title and first sentence to choose by, and the whole screen as the message. */
export function toResult({
	path,
	document,
	text,
	rich,
	reply_markup,
}: Omit<Rendered, 'topic'>): InlineQueryResultArticle {
	return {
		type: 'article',
		id: toPayload(path),
		title: firstOf(document, 'title') || firstOf(document, 'paragraph'),
		description: firstOf(document, 'paragraph'),
		input_message_content: rich ? { rich_message: { blocks: renderRich(document) } } : messageOf(text),
		reply_markup,
	};
}

function messageOf({ text, ...rest }: Rendered['text']) {
	return { message_text: text, ...rest };
}

function firstOf(document: Document, kind: 'title' | 'paragraph'): string {
	const block = document.find((one) => one.kind === kind);
	return block && 'content' in block ? textOf(block.content) : '';
}

function textOf(line: Line): string {
	return line.map(({ text }) => text).join('');
}
