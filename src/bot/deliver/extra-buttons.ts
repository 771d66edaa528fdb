import type { InlineKeyboardButton } from 'grammy/types';
import type { Document, Line } from '../../answer/document.ts';
import type { ButtonRows } from '../screens/keyboard.ts';
import { COLUMNS, inRows, MAX_ROWS } from '../screens/layout.ts';

type ExtraButton = { text: string; path: string };

/** What a screen says and offers beyond itself, because of how somebody came to it. */
export type Extras = {
	/** What it says instead of its own words. */
	document?: Document;
	/** A line above it. */
	notice?: Line;
	/** The same for something else, in one row above all other buttons. */
	tabs?: readonly ExtraButton[];
	/** Buttons above its own. */
	buttons?: readonly ExtraButton[];
};

/**
 * Tabs and extra buttons come first, and none twice. Where a screen is full, the extra ones share rows with its own;
 * those that find no room even so are left out, since what leads on from the screen itself must stay. So are the tabs
 * where not even that makes room for their row.
 */
export function withExtra(
	{ tabs = [], buttons = [] }: Omit<Extras, 'notice' | 'document'>,
	keyboard: ButtonRows,
): ButtonRows {
	if (tabs.length === 0 && buttons.length === 0) {
		return keyboard;
	}
	const row = tabs.map(toInline);
	const extra = buttons.map(toInline);
	const own = without([...tabs, ...buttons], keyboard);
	if (row.length > 0) {
		const below = stack(extra, own, MAX_ROWS - 1);
		if (below.length < MAX_ROWS) {
			return [row, ...below];
		}
	}
	return stack(extra, own, MAX_ROWS);
}

function toInline({ text, path }: ExtraButton): InlineKeyboardButton {
	return { text, callback_data: path };
}

function without(extra: readonly ExtraButton[], keyboard: ButtonRows): ButtonRows {
	const isExtra = (one: InlineKeyboardButton): boolean =>
		'callback_data' in one && extra.some(({ path }) => path === one.callback_data);
	return keyboard.map((row) => row.filter((one) => !isExtra(one))).filter((row) => row.length > 0);
}

function stack(extra: readonly InlineKeyboardButton[], own: ButtonRows, maxRows: number): ButtonRows {
	const stacked = [...inRows(extra), ...own];
	return stacked.length <= maxRows ? stacked : interleave(extra, own, maxRows);
}

function interleave(extra: readonly InlineKeyboardButton[], own: ButtonRows, maxRows: number): ButtonRows {
	const above = own.slice(0, -1).flat();
	const last = own.slice(-1);
	const room = (maxRows - 1) * COLUMNS - above.length;
	return room < 0 ? own : [...inRows([...extra.slice(0, room), ...above]), ...last];
}

/** The way to the private chat stands above the way back, or beside it where there is no row left. */
export function withPrivateLink(link: InlineKeyboardButton, rows: ButtonRows): ButtonRows {
	const last = rows.at(-1) ?? [];
	const above = rows.slice(0, -1);
	if (rows.length === 0) {
		return [[link]];
	}
	return rows.length < MAX_ROWS ? [...above, [link], last] : [...above, [...last, link]];
}
