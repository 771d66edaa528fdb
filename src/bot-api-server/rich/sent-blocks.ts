import type { InputRichBlock, RichBlock, RichBlockListItem } from 'grammy/types';
import { isObject, type JsonObject } from '../json.ts';

/** Blocks as they come back in a message: list items get the label the client draws, everything else stays. */
export function sentBlocks(blocks: readonly InputRichBlock[]): RichBlock[] {
	return blocks.map((block) => sentBlock(block as unknown as JsonObject) as unknown as RichBlock);
}

function sentBlock(block: JsonObject): JsonObject {
	const copy = { ...block };
	if (Array.isArray(block['blocks'])) {
		copy['blocks'] = block['blocks'].filter(isObject).map(sentBlock);
	}
	if (Array.isArray(block['items'])) {
		copy['items'] = block['items']
			.filter(isObject)
			.map((item, index) => ({ label: label(item, index), ...sentBlock(item) }));
	}
	return copy;
}

function label(item: JsonObject, index: number): RichBlockListItem['label'] {
	if (item['has_checkbox'] === true) {
		return item['is_checked'] === true ? '☑' : '☐';
	}
	const isOrdered = item['type'] !== undefined || item['value'] !== undefined;
	return isOrdered ? `${orderedLabel(item['type'], Number(item['value'] ?? index + 1))}.` : '•';
}

function orderedLabel(type: unknown, value: number): string {
	const letter = String.fromCharCode(97 + ((value - 1) % 26));
	switch (type) {
		case 'a':
			return letter;
		case 'A':
			return letter.toUpperCase();
		case 'i':
			return roman(value);
		case 'I':
			return roman(value).toUpperCase();
		default:
			return String(value);
	}
}

const ROMAN = [
	[10, 'x'],
	[9, 'ix'],
	[5, 'v'],
	[4, 'iv'],
	[1, 'i'],
] as const;

function roman(value: number): string {
	const step = ROMAN.find(([size]) => value >= size);
	return step ? step[1] + roman(value - step[0]) : '';
}
