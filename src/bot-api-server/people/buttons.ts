import type { Message } from 'grammy/types';
import { isObject, type JsonObject } from '../json.ts';
import { plainRichText } from '../rich/plain-text.ts';
import { richButtons } from '../rich/rich-buttons.ts';

const KINDS = {
	callback_data: 'callback',
	url: 'url',
	copy_text: 'copy',
	disabled: 'disabled',
	switch_inline_query: 'inline',
	switch_inline_query_current_chat: 'inline-here',
	switch_inline_query_chosen_chat: 'inline-chosen',
	web_app: 'web-app',
	login_url: 'login',
} as const;

type ButtonKind = (typeof KINDS)[keyof typeof KINDS] | 'other';
/** `value` is the callback data, the URL, the text to copy or the inline query. */
export type ScreenButton = { readonly text: string; readonly kind: ButtonKind; readonly value: string };

/** The buttons a person sees: rows inside a rich message first, then the keyboard under the message. */
export function screenButtons(message: Message): ScreenButton[][] {
	const rich = richButtons(message.rich_message?.blocks ?? []).map((row) =>
		row.map((button) => toButton(plainRichText(button.text), button as unknown as JsonObject)),
	);
	const keyboard = (message.reply_markup?.inline_keyboard ?? []).map((row) =>
		row.map((button) => toButton(button.text, button as unknown as JsonObject)),
	);
	return [...rich, ...keyboard];
}

function toButton(text: string, button: JsonObject): ScreenButton {
	for (const [field, kind] of Object.entries(KINDS)) {
		if (button[field] !== undefined) {
			return { text, kind, value: actionValue(button[field]) };
		}
	}
	return { text, kind: 'other', value: '' };
}

function actionValue(action: unknown): string {
	if (!isObject(action)) {
		return String(action);
	}
	return String(action['text'] ?? action['url'] ?? action['query'] ?? '');
}
