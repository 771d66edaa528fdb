import type { InlineKeyboardButton } from 'grammy/types';
import type { Line } from '../../answer/document.ts';
import type { ButtonRows } from '../screens/keyboard.ts';
import { COLUMNS, inRows, MAX_ROWS } from '../screens/layout.ts';

/** What a screen says and offers beyond itself, because of how somebody came to it. */
export type Extras = {
	/** A line above it. */
	notice?: Line;
	/** Buttons above its own. */
	buttons?: readonly { text: string; path: string }[];
};

/**
 * The extra buttons come first, and none twice. Where a screen is full, they share rows with its own; those that find
 * no room even so are left out, since what leads on from the screen itself must stay.
 */
export function withExtra(buttons: NonNullable<Extras['buttons']>, keyboard: ButtonRows): ButtonRows {
	if (buttons.length === 0) {
		return keyboard;
	}
	const extra = buttons.map(({ text, path }) => ({ text, callback_data: path }));
	const isExtra = (one: InlineKeyboardButton): boolean =>
		'callback_data' in one && buttons.some(({ path }) => path === one.callback_data);
	const own = keyboard.map((row) => row.filter((one) => !isExtra(one))).filter((row) => row.length > 0);
	const stacked = [...inRows(extra), ...own];
	return stacked.length <= MAX_ROWS ? stacked : interleave(extra, own);
}

function interleave(extra: readonly InlineKeyboardButton[], own: ButtonRows): ButtonRows {
	const above = own.slice(0, -1).flat();
	const last = own.slice(-1);
	const room = (MAX_ROWS - 1) * COLUMNS - above.length;
	return room > 0 ? [...inRows([...extra.slice(0, room), ...above]), ...last] : own;
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
