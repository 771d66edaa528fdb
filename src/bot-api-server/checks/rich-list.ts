import { isInteger, isObject } from '../json.ts';
import { checkItemFields } from './rich-fields.ts';
import { type RichWalk, refuseRich } from './rich-walk.ts';

const LABEL_TYPES: readonly unknown[] = [undefined, 'a', 'A', 'i', 'I', '1'];

/** Items of a list; each counts as a block. The walker of blocks is passed in, since lists and blocks hold each other. */
export function checkListItems(
	walk: RichWalk,
	items: unknown,
	depth: number,
	checkBlocks: (walk: RichWalk, blocks: unknown, depth: number) => void,
): void {
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
}
