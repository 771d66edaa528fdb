import type { InputRichMessage, LinkPreviewOptions, MessageEntity } from 'grammy/types';
import type { Document } from '../../answer/document.ts';
import { renderRich } from '../../answer/render-rich.ts';
import { renderText } from '../../answer/render-text.ts';
import { refusalOf } from '../telegram-errors.ts';
import type { Refusals } from '../unsupported.ts';
import type { Drawn } from './draw.ts';

type TextContent = { text: string; entities: MessageEntity[]; link_preview_options: LinkPreviewOptions };
type RichContent = { rich_message: InputRichMessage };

/** The same document as text with entities, or as a rich message. */
export type Content = TextContent | RichContent;

/** A document as text with entities. A preview of the first link would push the steps off a phone's screen. */
export function asText(document: Document): TextContent {
	const text = rendered.get(document) ?? { ...renderText(document), link_preview_options: { is_disabled: true } };
	rendered.set(document, text);
	return text;
}

/** The document of a remembered screen is sent again and again. */
const rendered = new WeakMap<Document, TextContent>();

/**
 * Makes a call with a screen's content. Where a server or a chat refuses rich messages, that is remembered and the
 * call made again with text.
 */
export async function withRichFallback<T>(
	{ document, rich }: Pick<Drawn, 'document' | 'rich'>,
	{ refusals, place }: { refusals: Refusals; place: number | string },
	call: (content: Content) => Promise<T>,
): Promise<T> {
	if (!rich || refusals.has('rich', place)) {
		return call(asText(document));
	}
	try {
		return await call({ rich_message: { blocks: renderRich(document) } });
	} catch (error) {
		if (refusalOf(error) !== 'unsupported') {
			throw error;
		}
		refusals.add('rich', place);
		return call(asText(document));
	}
}
