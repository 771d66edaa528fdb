import type { JsonObject } from '../json.ts';
import type { RichWalk } from './rich-walk.ts';
import { checkUnknownFields } from './unknown-fields.ts';

/** Fields of each InputRichBlock beside `type` (rich.d.ts). */
const BLOCK_FIELDS: Readonly<Record<string, readonly string[]>> = {
	paragraph: ['text'],
	heading: ['text', 'size'],
	pre: ['text', 'language'],
	footer: ['text'],
	divider: [],
	mathematical_expression: ['expression'],
	anchor: ['name'],
	list: ['items'],
	blockquote: ['blocks', 'credit'],
	expandable_blockquote: ['text', 'credit'],
	pullquote: ['text', 'credit'],
	collage: ['blocks', 'caption'],
	slideshow: ['blocks', 'caption'],
	table: ['cells', 'is_bordered', 'is_striped', 'is_compact', 'caption'],
	details: ['summary', 'blocks', 'is_open'],
	map: ['location', 'zoom', 'width', 'height', 'caption'],
	buttons: ['buttons', 'align'],
};
const ITEM_FIELDS = ['blocks', 'has_checkbox', 'is_checked', 'value', 'type'] as const;

export function checkBlockFields({ context }: RichWalk, block: JsonObject): void {
	const type = String(block['type']);
	const fields = BLOCK_FIELDS[type] ?? [type, 'caption'];
	checkUnknownFields(context, block, { what: `a ${type} block`, fields: ['type', ...fields] });
}

export function checkItemFields({ context }: RichWalk, item: JsonObject): void {
	checkUnknownFields(context, item, { what: 'a list item', fields: ITEM_FIELDS });
}
