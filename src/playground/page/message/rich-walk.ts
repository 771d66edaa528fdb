import type { ButtonView } from '../../page-api/protocol.ts';

export type PlacedButton = { button: ButtonView; row: number; column: number };

/** In the order in which the server counts the buttons inside a rich message. */
const KEYS = ['summary', 'text', 'buttons', 'items', 'blocks', 'cells'] as const;
const WITHOUT_BUTTONS: ReadonlySet<unknown> = new Set(['pre', 'pullquote']);

/** Which button of `MessageView.buttons` each button object of the blocks is. */
export function placeButtons(
	blocks: readonly unknown[],
	rows: readonly (readonly ButtonView[])[],
): Map<object, PlacedButton> {
	const placed = rows.flatMap((buttons, row) => buttons.map((button, column) => ({ button, row, column })));
	const found = findButtons(blocks);
	return new Map(found.flatMap((object, index) => (placed[index] ? [[object, placed[index]]] : [])));
}

function findButtons(node: unknown): object[] {
	if (Array.isArray(node)) {
		return node.flatMap(findButtons);
	}
	if (typeof node !== 'object' || node === null) {
		return [];
	}
	const fields = node as Record<string, unknown>;
	if (fields['type'] === 'button') {
		return [fields['button'] as object];
	}
	if (fields['type'] === 'buttons') {
		return fields['buttons'] as object[];
	}
	return WITHOUT_BUTTONS.has(fields['type']) ? [] : KEYS.flatMap((key) => findButtons(fields[key]));
}
