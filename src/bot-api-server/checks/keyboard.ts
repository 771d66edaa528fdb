import type { InlineKeyboardMarkup } from 'grammy/types';
import { badRequest } from '../errors.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { MethodContext } from '../method.ts';
import type { ChatState } from '../world/types.ts';
import { checkButtonAction } from './button.ts';

/** Telegram documents no limit. More than this is hard to read on a phone. */
const ROW_LIMIT = 8;
const COLUMN_LIMIT = 4;
const STYLES = ['danger', 'success', 'primary'] as const;
const FIELDS = ['text', 'icon_custom_emoji_id', 'style'] as const;
/** `input_field_placeholder`: 1-64 characters (ForceReply, ReplyKeyboardMarkup). */
const PLACEHOLDER_LIMIT = 64;

export type CheckedMarkup = {
	inline: InlineKeyboardMarkup | undefined;
	forceReply: { selective: boolean } | undefined;
};

/** An inline keyboard, or undefined for one without buttons (which removes the keyboard). */
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

/** The `reply_markup` of a new message. */
export function checkReplyMarkup(context: MethodContext, chat: ChatState | undefined): CheckedMarkup {
	const markup = context.params.json('reply_markup');
	if (markup === undefined) {
		return { inline: undefined, forceReply: undefined };
	}
	if (!isObject(markup)) {
		throw badRequest('object expected as reply markup');
	}
	checkPlaceholder(markup);
	const selective = markup['selective'] === true;
	const forceReply = markup['force_reply'] === true ? { selective } : undefined;
	if (markup['inline_keyboard'] !== undefined) {
		return { inline: checkInlineKeyboard(context, markup, chat), forceReply };
	}
	if (markup['keyboard'] === undefined && markup['remove_keyboard'] !== true && !forceReply) {
		throw badRequest("can't parse reply markup: no known kind of keyboard");
	}
	return { inline: undefined, forceReply };
}

/** The `reply_markup` of an edit, which takes nothing but an inline keyboard. */
export function checkInlineMarkup(
	context: MethodContext,
	chat: ChatState | undefined,
): InlineKeyboardMarkup | undefined {
	const markup = context.params.json('reply_markup');
	if (markup === undefined) {
		return undefined;
	}
	if (!isObject(markup) || markup['inline_keyboard'] === undefined) {
		throw badRequest('inline keyboard expected');
	}
	return checkInlineKeyboard(context, markup, chat);
}

function checkPlaceholder(markup: JsonObject): void {
	const placeholder = markup['input_field_placeholder'];
	if (placeholder === undefined) {
		return;
	}
	if (typeof placeholder !== 'string' || placeholder.length < 1 || placeholder.length > PLACEHOLDER_LIMIT) {
		throw badRequest('REPLY_MARKUP_PLACEHOLDER_INVALID');
	}
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
