import type { RichBlock, RichBlockListItem, RichText } from 'grammy/types';

/** What a person reads of a rich message, as plain text: one line a block, list items with their labels. */
export function plainText(blocks: readonly RichBlock[]): string {
	return blocks.map(blockText).filter(Boolean).join('\n');
}

/** What a person reads of a rich text. Buttons inside are left out: they are on the screen as buttons. */
export function plainRichText(text: RichText | undefined): string {
	if (text === undefined || typeof text === 'string') {
		return text ?? '';
	}
	if (Array.isArray(text)) {
		return text.map(plainRichText).join('');
	}
	switch (text.type) {
		case 'custom_emoji':
			return text.alternative_text;
		case 'mathematical_expression':
			return text.expression;
		case 'anchor':
		case 'button':
			return '';
		default:
			return plainRichText(text.text);
	}
}

function blockText(block: RichBlock): string {
	switch (block.type) {
		case 'paragraph':
		case 'heading':
		case 'pre':
		case 'footer':
		case 'thinking':
			return plainRichText(block.text);
		case 'expandable_blockquote':
		case 'pullquote':
			return lines(plainRichText(block.text), plainRichText(block.credit));
		case 'blockquote':
			return lines(plainText(block.blocks), plainRichText(block.credit));
		case 'details':
			return lines(plainRichText(block.summary), plainText(block.blocks));
		case 'list':
			return block.items.map(itemText).join('\n');
		case 'table':
			return lines(
				plainRichText(block.caption),
				...block.cells.map((row) => row.map((cell) => plainRichText(cell.text)).join('\t')),
			);
		case 'mathematical_expression':
			return block.expression;
		case 'divider':
			return '———';
		case 'anchor':
		case 'buttons':
			return '';
		case 'collage':
		case 'slideshow':
			return lines(plainText(block.blocks), plainRichText(block.caption?.text));
		default:
			return plainRichText(block.caption?.text);
	}
}

function itemText({ label, blocks }: RichBlockListItem): string {
	return `${label} ${plainText(blocks)}`;
}

function lines(...parts: readonly string[]): string {
	return parts.filter(Boolean).join('\n');
}
