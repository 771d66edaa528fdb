import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { Button, Screen } from '../screens/screen.ts';

/** A screen's rows as Telegram's keyboard, for a message that answers no update. Its paths are whole ones. */
export function toKeyboard(rows: Screen['rows']): InlineKeyboardMarkup {
	return { inline_keyboard: rows.map((row) => row.map(toInlineButton)) };
}

/** One button as Telegram has it. */
export function toInlineButton(button: Button): InlineKeyboardButton {
	const { text } = button;
	if ('path' in button) {
		return { text, callback_data: button.path };
	}
	if ('share' in button) {
		const anywhere = { allow_user_chats: true, allow_group_chats: true, allow_channel_chats: true };
		return { text, switch_inline_query_chosen_chat: { query: button.share, ...anywhere } };
	}
	return 'url' in button ? { text, url: button.url } : { text, copy_text: { text: button.copy } };
}
