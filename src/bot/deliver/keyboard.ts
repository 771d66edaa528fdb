import type { InlineKeyboardButton } from 'grammy/types';
import { inRows, MAX_ROWS } from '../menu/layout.ts';
import type { Extras } from './open.ts';

type Rows = readonly (readonly InlineKeyboardButton[])[];

/** The extra buttons come first, and none twice. Where that is more than a screen holds, rows above the way back give room. */
export function withExtra(buttons: NonNullable<Extras['buttons']>, keyboard: Rows): Rows {
	const extra = inRows(buttons.map(({ text, path }) => ({ text, callback_data: path })));
	const isExtra = (one: InlineKeyboardButton): boolean =>
		'callback_data' in one && buttons.some(({ path }) => path === one.callback_data);
	const rows = keyboard.map((row) => row.filter((one) => !isExtra(one))).filter((row) => row.length > 0);
	const room = MAX_ROWS - extra.length;
	return [...extra, ...rows.slice(0, room - 1), ...rows.slice(Math.max(room - 1, rows.length - 1))];
}

/** The way to the private chat stands above the way back, or beside it where there is no row left. */
export function withPrivateLink(link: InlineKeyboardButton, rows: Rows): Rows {
	const last = rows.at(-1) ?? [];
	const above = rows.slice(0, -1);
	if (rows.length === 0) {
		return [[link]];
	}
	return rows.length < MAX_ROWS ? [...above, [link], last] : [...above, [...last, link]];
}
