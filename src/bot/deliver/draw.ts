import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import { type Document, withNotice } from '../../answer/document.ts';
import type { BotContext } from '../context.ts';
import { deepLink } from '../deep-link.ts';
import type { ScreenMenu } from '../menu/to-menu.ts';
import { findScreen, type Screen } from '../screens/screen.ts';
import { withExtra, withPrivateLink } from './keyboard.ts';
import type { Extras } from './open.ts';

/** A screen as it goes to Telegram, and the path that it really is. */
export type Drawn = { path: string; document: Document; rich: boolean; reply_markup: InlineKeyboardMarkup };

/** The keyboard of a remembered screen is sent again and again. */
const keyboards = new WeakMap<Screen, readonly (readonly InlineKeyboardButton[])[]>();

export type Draw = (ctx: BotContext, path: string, extras?: Extras) => Promise<Drawn>;

/** Makes the function that draws the screen of a path for whoever will see it. */
export function createDraw(root: ScreenMenu): Draw {
	return async (ctx, wanted, { notice, buttons = [], link: linkPath } = {}) => {
		const { place, path } = findScreen(root, wanted);
		const screen = place.screen(ctx, path);
		const own = keyboards.get(screen) ?? (await place.renderKeyboard(ctx, path));
		keyboards.set(screen, own);
		const rows = withExtra(buttons, own);
		const isShared = ctx.audience === 'group' || ctx.audience === 'inline';
		// Some clients show no ephemeral messages, and some people would rather read on alone.
		const link = { text: ctx.t('button.private'), url: deepLink(ctx.me.username, linkPath ?? path) };
		return {
			path,
			document: withNotice(notice, screen.document),
			rich: screen.rich ?? ctx.rich,
			reply_markup: { inline_keyboard: (isShared ? withPrivateLink(link, rows) : rows).map((row) => [...row]) },
		};
	};
}
