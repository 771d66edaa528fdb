import type { RichBlock, RichMessageButton, RichText } from 'grammy/types';

/** The buttons of a rich message in reading order, a row per block of buttons or per text that holds some. */
export function richButtons(blocks: readonly RichBlock[]): RichMessageButton[][] {
	return blocks.flatMap(rowsOf).filter((row) => row.length > 0);
}

function rowsOf(block: RichBlock): RichMessageButton[][] {
	switch (block.type) {
		case 'buttons':
			return [block.buttons];
		case 'list':
			return block.items.flatMap((item) => richButtons(item.blocks));
		case 'table':
			return block.cells.map((row) => row.flatMap((cell) => buttonsIn(cell.text)));
		case 'details':
			return [buttonsIn(block.summary), ...richButtons(block.blocks)];
		case 'blockquote':
			return richButtons(block.blocks);
		case 'paragraph':
		case 'footer':
		case 'heading':
		case 'expandable_blockquote':
			return [buttonsIn(block.text)];
		default:
			return [];
	}
}

function buttonsIn(text: RichText | undefined): RichMessageButton[] {
	if (text === undefined || typeof text === 'string') {
		return [];
	}
	if (Array.isArray(text)) {
		return text.flatMap(buttonsIn);
	}
	if (text.type === 'button') {
		return [text.button];
	}
	return 'text' in text ? buttonsIn(text.text) : [];
}
