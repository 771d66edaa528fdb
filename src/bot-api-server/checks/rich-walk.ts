import { badRequest } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { MethodContext } from '../method.ts';
import type { ChatState } from '../world/types.ts';
import { checkUnknownFields } from './unknown-fields.ts';

/** "Rich Message Limits" in the types' comment on InputRichMessage. */
export const RICH_LIMITS = { characters: 32_768, blocks: 500, depth: 16, media: 50, columns: 20, buttons: 8 } as const;

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

/** What is counted while walking through the blocks and texts of one rich message. */
export type RichWalk = {
	readonly context: MethodContext;
	readonly chat: ChatState | undefined;
	characters: number;
	blocks: number;
	media: number;
};

export function refuseRich(reason: string): never {
	throw badRequest(`can't parse rich message: ${reason}`);
}

export function checkDepth(depth: number): void {
	if (depth > RICH_LIMITS.depth) {
		refuseRich(`nested ${depth} levels deep, the limit is ${RICH_LIMITS.depth}`);
	}
}

export function countText(walk: RichWalk, text: string): void {
	if (/\p{Surrogate}/u.test(text)) {
		throw badRequest('strings must be encoded in UTF-8');
	}
	walk.characters += [...text].length;
}

export function requireString(value: unknown, where: string): string {
	if (typeof value !== 'string') {
		refuseRich(`${where} must be a String`);
	}
	return value;
}

export function checkBlockFields({ context }: RichWalk, block: JsonObject): void {
	const type = String(block['type']);
	const fields = BLOCK_FIELDS[type] ?? [type, 'caption'];
	checkUnknownFields(context, block, { what: `a ${type} block`, fields: ['type', ...fields] });
}

export function checkItemFields({ context }: RichWalk, item: JsonObject): void {
	checkUnknownFields(context, item, { what: 'a list item', fields: ITEM_FIELDS });
}
