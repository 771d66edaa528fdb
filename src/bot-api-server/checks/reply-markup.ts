import type { InlineKeyboardMarkup } from 'grammy/types';
import { badRequest } from '../errors.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { MethodContext } from '../method.ts';
import type { ChatState } from '../world/types.ts';
import { checkInlineKeyboard } from './keyboard.ts';

export type CheckedMarkup = {
	inline: InlineKeyboardMarkup | undefined;
	forceReply: { selective: boolean } | undefined;
};

/** `input_field_placeholder`: 1-64 characters (ForceReply, ReplyKeyboardMarkup). */
const PLACEHOLDER_LIMIT = 64;

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

/** Edits take nothing but an inline keyboard. */
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
