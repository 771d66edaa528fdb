import { badRequest } from '../errors.ts';
import { isInteger, isObject, type JsonObject } from '../json.ts';
import { checkRichButton } from './rich-button.ts';
import { checkRichText } from './rich-text.ts';
import {
	checkBlockFields,
	checkDepth,
	checkItemFields,
	countText,
	RICH_LIMITS,
	type RichWalk,
	refuseRich,
	requireString,
} from './rich-walk.ts';

const LABEL_TYPES: readonly unknown[] = [undefined, 'a', 'A', 'i', 'I', '1'];
const ALIGN: readonly unknown[] = ['left', 'center', 'right'];
const VALIGN: readonly unknown[] = ['top', 'middle', 'bottom'];

type BlockCheck = (walk: RichWalk, block: JsonObject, depth: number) => void;

const text: BlockCheck = (walk, block, depth) => checkRichText(walk, block['text'], depth + 1);
const nested: BlockCheck = (walk, block, depth) => checkBlocks(walk, block['blocks'], depth + 1);

/** One entry per InputRichBlock of rich.d.ts. */
const BLOCKS: Readonly<Record<string, BlockCheck>> = {
	paragraph: text,
	heading: (walk, block, depth) => {
		if (!isInteger(block['size']) || block['size'] < 1 || block['size'] > 6) {
			refuseRich('heading.size must be 1-6');
		}
		text(walk, block, depth);
	},
	pre: text,
	footer: text,
	divider: () => undefined,
	mathematical_expression: (walk, block) =>
		countText(walk, requireString(block['expression'], 'mathematical_expression.expression')),
	anchor: (_walk, block) => void requireString(block['name'], 'anchor.name'),
	list: (walk, block, depth) => checkListItems(walk, block['items'], depth + 1),
	blockquote: nested,
	expandable_blockquote: text,
	pullquote: text,
	collage: nested,
	slideshow: nested,
	table: (walk, block, depth) => checkTable(walk, block['cells'], depth + 1),
	details: (walk, block, depth) => {
		checkRichText(walk, block['summary'], depth + 1);
		nested(walk, block, depth);
	},
	map: (_walk, block) => {
		if (!isObject(block['location']) || !isInteger(block['zoom'])) {
			refuseRich('map needs location and zoom');
		}
	},
	buttons: (walk, block) => checkButtonRow(walk, block['buttons']),
	thinking: () => refuseRich('the block "thinking" may be used only in sendRichMessageDraft'),
	...Object.fromEntries(
		['animation', 'audio', 'document', 'photo', 'video', 'voice_note'].map((kind) => [kind, media(kind)]),
	),
};

export function checkBlocks(walk: RichWalk, value: unknown, depth: number): void {
	if (!Array.isArray(value) || value.length === 0) {
		refuseRich('blocks must be a non-empty Array');
	}
	checkDepth(depth);
	for (const block of value) {
		const check = isObject(block) ? BLOCKS[String(block['type'])] : undefined;
		if (!check || !isObject(block)) {
			refuseRich(`unknown block type "${isObject(block) ? String(block['type']) : typeof block}"`);
		}
		walk.blocks += 1;
		check(walk, block, depth);
		checkExtras(walk, block, depth);
		checkBlockFields(walk, block);
	}
}

/** Credits and captions, which several blocks may carry. */
function checkExtras(walk: RichWalk, block: JsonObject, depth: number): void {
	if (block['credit'] !== undefined) {
		checkRichText(walk, block['credit'], depth + 1);
	}
	const caption = block['caption'];
	if (caption !== undefined) {
		checkRichText(walk, block['type'] === 'table' ? caption : isObject(caption) && caption['text'], depth + 1);
	}
}

function media(kind: string): BlockCheck {
	return (walk, block) => {
		if (!isObject(block[kind])) {
			refuseRich(`${kind} block without its ${kind}`);
		}
		walk.media += 1;
	};
}

function checkButtonRow(walk: RichWalk, buttons: unknown): void {
	if (!Array.isArray(buttons) || buttons.length < 1 || buttons.length > RICH_LIMITS.buttons) {
		refuseRich(`a row of buttons holds 1-${RICH_LIMITS.buttons} buttons`);
	}
	for (const button of buttons) {
		checkRichButton(walk, button);
	}
}

/** Each item counts as a block. */
function checkListItems(walk: RichWalk, items: unknown, depth: number): void {
	if (!Array.isArray(items) || items.length === 0) {
		refuseRich('list.items must be a non-empty Array');
	}
	for (const item of items) {
		if (!isObject(item)) {
			refuseRich('a list item must be an Object');
		}
		if (!LABEL_TYPES.includes(item['type']) || (item['value'] !== undefined && !isInteger(item['value']))) {
			refuseRich('a list item has a wrong type or value');
		}
		checkItemFields(walk, item);
		walk.blocks += 1;
		checkBlocks(walk, item['blocks'], depth + 1);
	}
	// A type makes an item ordered (WebPageBlock.cpp, get_web_page_blocks).
	if (new Set(items.map((item) => item['type'] === undefined)).size > 1) {
		throw badRequest('list must be either ordered or unordered');
	}
}

/** Each row counts as a block. */
function checkTable(walk: RichWalk, rows: unknown, depth: number): void {
	if (!Array.isArray(rows) || rows.length === 0 || !rows.every((row) => Array.isArray(row))) {
		refuseRich('table.cells must be a non-empty Array of Arrays');
	}
	for (const row of rows) {
		walk.blocks += 1;
		const columns = row.reduce((sum: number, cell: unknown) => sum + checkCell(walk, cell, depth), 0);
		if (columns > RICH_LIMITS.columns) {
			refuseRich(`a table row of ${columns} columns, the limit is ${RICH_LIMITS.columns}`);
		}
	}
}

/** Returns the number of columns the cell takes. */
function checkCell(walk: RichWalk, cell: unknown, depth: number): number {
	if (!isObject(cell) || !ALIGN.includes(cell['align']) || !VALIGN.includes(cell['valign'])) {
		refuseRich('a table cell needs align and valign');
	}
	if (cell['text'] !== undefined) {
		checkRichText(walk, cell['text'], depth + 1);
	}
	const span = cell['colspan'] ?? 1;
	if (!isInteger(span) || span < 1) {
		refuseRich('colspan must be a positive integer');
	}
	return span;
}
