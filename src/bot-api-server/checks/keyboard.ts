import type { InlineKeyboardMarkup } from 'grammy/types';
import { badRequest } from '../errors.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { MethodContext } from '../method.ts';
import type { ChatState } from '../world/types.ts';
import { checkButtonAction } from './button.ts';

/** No official number exists; what phones show well (see the project's notes on Telegram). */
export const ROW_LIMIT = 8;
export const COLUMN_LIMIT = 3;
const STYLES = ['danger', 'success', 'primary'] as const;
const FIELDS = ['text', 'icon_custom_emoji_id', 'style'] as const;

/** An inline keyboard, or undefined for one without buttons (which is how a keyboard is taken away). */
export function checkInlineKeyboard(
	context: MethodContext,
	markup: JsonObject,
	chat: ChatState | undefined,
): InlineKeyboardMarkup | undefined {
	const rows = markup['inline_keyboard'];
	if (!Array.isArray(rows) || !rows.every((row) => Array.isArray(row))) {
		throw badRequest('can\'t parse inline keyboard: field "inline_keyboard" must be an Array of Arrays');
	}
	checkSize(context, rows);
	for (const button of rows.flat()) {
		checkButton(context, button, chat);
	}
	const filled = rows.filter((row) => row.length > 0);
	return filled.length > 0 ? ({ ...markup, inline_keyboard: filled } as InlineKeyboardMarkup) : undefined;
}

function checkSize({ violate }: MethodContext, rows: readonly unknown[][]): void {
	if (rows.length > ROW_LIMIT) {
		violate('keyboard-rows', `${rows.length} rows of buttons, at most ${ROW_LIMIT} are readable`);
	}
	const widest = Math.max(0, ...rows.map((row) => row.length));
	if (widest > COLUMN_LIMIT) {
		violate('keyboard-columns', `${widest} buttons in a row, at most ${COLUMN_LIMIT} are readable`);
	}
	if (rows.some((row) => row.length === 0)) {
		violate('keyboard-empty-row', 'a row without buttons is dropped');
	}
}

function checkButton(context: MethodContext, button: unknown, chat: ChatState | undefined): void {
	if (!isObject(button)) {
		throw badRequest("can't parse inline keyboard button: expected an Object");
	}
	const text = button['text'];
	if (typeof text !== 'string' || text.trim() === '') {
		throw badRequest('can\'t parse inline keyboard button: field "text" must be a non-empty String');
	}
	checkButtonAction(context, button, { styles: STYLES, fields: FIELDS, chat });
}
