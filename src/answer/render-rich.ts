import type { Block, Document, Line, PlainBlock, Style } from './document.ts';
import { quietLinks } from './quiet-links.ts';

type RichText = string | { type: Style; text: string } | RichText[];
type RichItem = { blocks: RichBlock[]; value?: number; type?: '1' };

/** The part of Telegram's InputRichBlock that we use. */
export type RichBlock =
	| { type: 'paragraph' | 'footer'; text: RichText }
	| { type: 'heading'; text: RichText; size: 2 | 4 }
	| { type: 'list'; items: RichItem[] }
	| { type: 'details'; summary: RichText; blocks: RichBlock[] };

/** Draws a document as blocks of a rich message: real headings, numbered lists and folds. */
export function renderRich(document: Document): RichBlock[] {
	return document.map(renderBlock);
}

function renderBlock(block: Block): RichBlock {
	switch (block.kind) {
		case 'title':
			return { type: 'heading', text: unstyled(block.content), size: 2 };
		case 'footer':
			return { type: 'footer', text: unstyled(block.content) };
		case 'details':
			return { type: 'details', summary: unstyled(block.summary), blocks: block.blocks.map(renderPlain) };
		default:
			return renderPlain(block);
	}
}

function renderPlain(block: PlainBlock): RichBlock {
	switch (block.kind) {
		case 'heading':
			return { type: 'heading', text: unstyled(block.content), size: 4 };
		case 'list':
			return { type: 'list', items: block.items.map((item, index) => renderItem(item, block.ordered, index)) };
		default:
			return { type: 'paragraph', text: styled(block.content) };
	}
}

function renderItem(item: Line, ordered: boolean, index: number): RichItem {
	const blocks: RichBlock[] = [{ type: 'paragraph', text: styled(item) }];
	return ordered ? { blocks, value: index + 1, type: '1' } : { blocks };
}

function styled(line: Line): RichText {
	const parts = quietLinks(line).map(({ text, style }): RichText => (style ? { type: style, text } : text));
	return parts.length === 1 ? (parts[0] ?? '') : parts;
}

/** A heading has a style of its own, so the one that text needs is left away. */
function unstyled(line: Line): RichText {
	return styled([{ text: line.map(({ text }) => text).join('') }]);
}
