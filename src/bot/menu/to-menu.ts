import type { InlineKeyboardButton } from 'grammy/types';
import { MenuTemplate } from 'grammy-inline-menu';
import { escapeRegExp } from '../../escape-reg-exp.ts';
import type { BotContext } from '../context.ts';
import { deepLink } from '../deep-link.ts';
import type { Button, Screen, ScreenNode, View } from './screen.ts';
import { toInlineButton } from './to-keyboard.ts';

type ButtonTemplate = { text: string; relativePath: string } | InlineKeyboardButton;

/** What the library asks of a menu; it has this type too but does not export it. */
type MenuLike = Pick<
	MenuTemplate<BotContext>,
	'renderBody' | 'renderKeyboard' | 'renderActionHandlers' | 'listSubmenus'
>;

/** A menu of the library that can also give its screen as a document, which is what we deliver. */
export type ScreenMenu = MenuLike & {
	screen: (ctx: BotContext, path: string) => Screen;
	children: ReadonlyMap<string, ScreenMenu>;
	dynamic?: { name: RegExp; place: ScreenMenu };
};

/**
 * Makes the library's menus from our screens. The library matches paths, checks their 64 bytes and runs actions;
 * its own sub-menu buttons would dictate the layout, so the rows come from the screen.
 * @param today the day in Japan
 */
export function toMenu(node: ScreenNode, today: () => string): ScreenMenu {
	const screen = drawOnce((ctx, path) => node.screen(viewOf(ctx, path, today())));
	const template = new MenuTemplate<BotContext>(() => '-');
	template.manualRow((ctx, path) => screen(ctx, path).rows.map((row) => row.map(toTemplate)));
	addAction(template, node);
	const children = new Map([...node.children].map(([name, child]) => [name, toMenu(child, today)]));
	const dynamic = node.dynamic && { name: node.dynamic.name, place: toMenu(node.dynamic.place, today) };
	const submenus = new Set([
		...[...children].map(([name, menu]) => submenu(escapeRegExp(name), menu)),
		...(dynamic ? [submenu(dynamic.name.source.replace(/^\^|\$$/g, ''), dynamic.place)] : []),
	]);
	return {
		screen,
		children,
		...(dynamic ? { dynamic } : {}),
		renderBody: (ctx, path) => template.renderBody(ctx, path),
		renderKeyboard: (ctx, path) => template.renderKeyboard(ctx, path),
		renderActionHandlers: (path) => template.renderActionHandlers(path),
		listSubmenus: () => submenus,
	};
}

function submenu(name: string, menu: ScreenMenu) {
	return { trigger: new RegExp(`${name}/`), hide: undefined, menu };
}

function addAction(template: MenuTemplate<BotContext>, { action }: ScreenNode): void {
	if (!action) {
		return;
	}
	template.manualAction(action.trigger, async (ctx, path) => {
		const place = path.lastIndexOf('/') + 1;
		const match = action.trigger.exec(path.slice(place));
		return match ? action.run(ctx, match, path.slice(0, place)) : '.';
	});
}

/** The document and the keyboard of a message come from one screen, which is worked out once for an update. */
function drawOnce(draw: (ctx: BotContext, path: string) => Screen): ScreenMenu['screen'] {
	const drawn = new WeakMap<BotContext, { path: string; screen: Screen }>();
	return (ctx, path) => {
		const before = drawn.get(ctx);
		const screen = before?.path === path ? before.screen : draw(ctx, path);
		drawn.set(ctx, { path, screen });
		return screen;
	};
}

/** How a screen is to be drawn for whoever will see the answer to this update. */
function viewOf(ctx: BotContext, path: string, today: string): View {
	const { locale, t, audience, rich, group, person, reminders = [], kept = '', me } = ctx;
	const linkTo = (to: string): string => deepLink(me.username, to);
	return { locale, t, today, audience, rich, person, reminders, kept, group, path, linkTo };
}

/** The library makes callback data of a path itself, and checks its length. */
function toTemplate(button: Button): ButtonTemplate {
	return 'path' in button ? { text: button.text, relativePath: button.path } : toInlineButton(button);
}
