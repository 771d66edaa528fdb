import type { InlineKeyboardButton } from 'grammy/types';
import { MenuTemplate } from 'grammy-inline-menu';
import { escapeRegExp } from '../../escape-reg-exp.ts';
import type { BotContext } from '../context.ts';
import { deepLink } from '../deep-link.ts';
import type { Action, Button, Screen, ScreenNode, View } from '../screens/screen.ts';
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
	children: { get: (name: string) => ScreenMenu | undefined };
	dynamic?: { name: RegExp; place: ScreenMenu };
	action?: Action;
};

/**
 * Makes the library's menus from our screens, each when it is first asked for: there are hundreds. The library lays out
 * keyboards and checks the 64 bytes of their paths; its own sub-menu buttons would dictate the layout, so the rows come
 * from the screen.
 * @param today the day in Japan
 */
export function toMenu(node: ScreenNode, today: () => string): ScreenMenu {
	const screen = drawOnce((ctx, path) => node.screen(viewOf(ctx, path, today())));
	const template = once(() => templateOf(node, screen));
	const made = new Map<string, ScreenMenu>();
	const get = (name: string): ScreenMenu | undefined => {
		const child = node.children.get(name);
		const menu = made.get(name) ?? (child && toMenu(child, today));
		if (menu) {
			made.set(name, menu);
		}
		return menu;
	};
	const dynamic = node.dynamic && { name: node.dynamic.name, place: toMenu(node.dynamic.place, today) };
	const { action } = node;
	return {
		screen,
		children: { get },
		...(dynamic ? { dynamic } : {}),
		...(action ? { action } : {}),
		renderBody: (ctx, path) => template().renderBody(ctx, path),
		renderKeyboard: (ctx, path) => template().renderKeyboard(ctx, path),
		renderActionHandlers: (path) => template().renderActionHandlers(path),
		listSubmenus: () =>
			new Set([
				...[...node.children.keys()].flatMap((name) => submenu(escapeRegExp(name), get(name))),
				...(dynamic ? submenu(dynamic.name.source.replace(/^\^|\$$/g, ''), dynamic.place) : []),
			]),
	};
}

function once<T extends object>(make: () => T): () => T {
	let made: T | undefined;
	return () => {
		made ??= make();
		return made;
	};
}

function templateOf(node: ScreenNode, screen: ScreenMenu['screen']): MenuTemplate<BotContext> {
	const template = new MenuTemplate<BotContext>(() => '-');
	template.manualRow((ctx, path) => screen(ctx, path).rows.map((row) => row.map(toTemplate)));
	addAction(template, node);
	return template;
}

function submenu(name: string, menu: ScreenMenu | undefined) {
	return menu ? [{ trigger: new RegExp(`${name}/`), hide: undefined, menu }] : [];
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
