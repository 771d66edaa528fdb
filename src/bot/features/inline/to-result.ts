import type { InlineQueryResultArticle } from 'grammy/types';
import type { Document, Line } from '../../../answer/document.ts';
import { renderRich } from '../../../answer/render-rich.ts';
import { payloadOf } from '../../deep-link.ts';
import type { Drawn } from '../../deliver/draw.ts';
import { asText } from '../../deliver/form.ts';

/** A screen as an inline result: its title and first sentence to choose by, and the whole screen as the message. */
export function toResult({ path, document, rich, reply_markup }: Drawn): InlineQueryResultArticle {
	return {
		type: 'article',
		id: payloadOf(path),
		title: firstOf(document, 'title') || firstOf(document, 'paragraph'),
		description: firstOf(document, 'paragraph'),
		input_message_content: rich ? { rich_message: { blocks: renderRich(document) } } : messageOf(document),
		reply_markup,
	};
}

function messageOf(document: Document) {
	const { text, ...rest } = asText(document);
	return { message_text: text, ...rest };
}

function firstOf(document: Document, kind: 'title' | 'paragraph'): string {
	const block = document.find((one) => one.kind === kind);
	return block && 'content' in block ? textOf(block.content) : '';
}

function textOf(line: Line): string {
	return line.map(({ text }) => text).join('');
}
