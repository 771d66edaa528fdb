import type { Document } from '../../answer/document.ts';
import type { Locale, Translate } from '../../i18n/i18n.ts';
import type { BotContext } from '../context.ts';

/** A button leads to another screen, opens a page, or copies a value. */
export type Button = { text: string } & ({ path: string } | { url: string } | { copy: string });
export type Screen = { document: Document; rows: readonly (readonly Button[])[] };

/** For whom a screen is drawn. */
export type View = { locale: Locale; t: Translate; today: string };

/** What a tap does besides moving. It returns the path to show next. */
export type Action = { trigger: RegExp; run: (ctx: BotContext, match: RegExpExecArray) => Promise<string> };

/**
 * A place in the menu. Its path is the names of its parents and its own, like /check-data/povo/,
 * and is also the callback data of the buttons that lead to it.
 */
export type ScreenNode = {
	screen: (view: View) => Screen;
	children: ReadonlyMap<string, ScreenNode>;
	action?: Action;
};

/** A screen without further ones below it. */
export function leaf(screen: ScreenNode['screen']): ScreenNode {
	return { screen, children: new Map() };
}
