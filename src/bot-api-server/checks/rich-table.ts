import { isInteger, isObject } from '../json.ts';
import { checkRichText } from './rich-text.ts';
import { RICH_LIMITS, type RichWalk, refuseRich } from './rich-walk.ts';

const ALIGN: readonly unknown[] = ['left', 'center', 'right'];
const VALIGN: readonly unknown[] = ['top', 'middle', 'bottom'];

export function checkTable(walk: RichWalk, rows: unknown, depth: number): void {
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
