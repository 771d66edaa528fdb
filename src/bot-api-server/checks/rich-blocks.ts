import { isInteger, isObject, type JsonObject } from '../json.ts';
import { checkRichButton } from './rich-button.ts';
import { checkBlockFields } from './rich-fields.ts';
import { checkListItems } from './rich-list.ts';
import { checkTable } from './rich-table.ts';
import { checkRichText } from './rich-text.ts';
import { checkDepth, countText, RICH_LIMITS, type RichWalk, refuseRich, requireString } from './rich-walk.ts';

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
	list: (walk, block, depth) => checkListItems(walk, block['items'], depth + 1, checkBlocks),
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
