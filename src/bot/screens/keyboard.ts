import type { InlineKeyboardButton } from 'grammy/types';
import { MenuTemplate } from 'grammy-inline-menu';
import { HOME } from '../paths.ts';
import type { Button, Screen } from './screen.ts';

/**
 * grammy-inline-menu makes callback data of paths, drops empty rows and refuses what is longer than Telegram's 64 bytes.
 * Its menus are not used: they know no access, load nothing, and are found only by a tap, while a screen of ours is also
 * sent by deep links, in inline mode and as a guest's answer.
 */
const template = new MenuTemplate<Screen['rows']>('-');
template.manualRow((rows) => rows.map((row) => row.map(toTemplate)));

export type ButtonRows = readonly (readonly InlineKeyboardButton[])[];

/**
 * A screen's rows as Telegram takes them.
 * @throws Error naming the button whose path is too long
 */
export function toKeyboard(rows: Screen['rows']): Promise<ButtonRows> {
	return template.renderKeyboard(rows, HOME);
}

type Template = InlineKeyboardButton | (Pick<InlineKeyboardButton, 'text' | 'style'> & { relativePath: string });

function toTemplate(button: Button): Template {
	const { text, style } = button;
	const look = { text, ...(style ? { style } : {}) };
	if ('path' in button) {
		return { ...look, relativePath: button.path };
	}
	if ('share' in button) {
		const anywhere = { allow_user_chats: true, allow_group_chats: true, allow_channel_chats: true };
		return { ...look, switch_inline_query_chosen_chat: { query: button.share, ...anywhere } };
	}
	return 'url' in button ? { ...look, url: button.url } : { ...look, copy_text: { text: button.copy } };
}
