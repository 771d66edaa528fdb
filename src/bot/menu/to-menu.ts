import type { SwitchInlineQueryChosenChat } from 'grammy/types';
import { MenuTemplate } from 'grammy-inline-menu';
import { escapeRegExp } from '../../escape-reg-exp.ts';
import type { BotContext } from '../context.ts';
import { deepLink } from '../deep-link.ts';
import type { Button, Screen, ScreenNode, View } from './screen.ts';

type ButtonTemplate = { text: string } & (
	| { relativePath: string }
	| { url: string }
	| { copy_text: { text: string } }
	| { switch_inline_query_chosen_chat: SwitchInlineQueryChosenChat }
);

/** What the library asks of a menu; it has this type too but does not export it. */
type MenuLike = Pick<
	MenuTemplate<BotContext>,
	'renderBody' | 'renderKeyboard' | 'renderActionHandlers' | 'listSubmenus'
>;

/** A menu of the library that can also give its screen as a document, which is what we deliver. */
export type ScreenMenu = MenuLike & {
	screen: (ctx: BotContext) => Screen;
	children: ReadonlyMap<string, ScreenMenu>;
};

/**
 * Makes the library's menus from our screens. The library matches paths, checks their 64 bytes and runs actions;
 * its own sub-menu buttons would dictate the layout, so the rows come from the screen.
 * @param today the day in Japan
 */
export function toMenu(node: ScreenNode, today: () => string): ScreenMenu {
	const screen = drawOnce((ctx) => node.screen(viewOf(ctx, today())));
	const template = new MenuTemplate<BotContext>(() => '-');
	template.manualRow((ctx) => screen(ctx).rows.map((row) => row.map(toTemplate)));
	if (node.action) {
		const { trigger, run } = node.action;
		template.manualAction(trigger, async (ctx, path) => {
			const match = trigger.exec(path.slice(path.lastIndexOf('/') + 1));
			return match ? run(ctx, match) : '.';
		});
	}
	const children = new Map([...node.children].map(([name, child]) => [name, toMenu(child, today)]));
	const submenus = new Set(
		[...children].map(([name, menu]) => ({ trigger: new RegExp(`${escapeRegExp(name)}/`), hide: undefined, menu })),
	);
	return {
		screen,
		children,
		renderBody: (ctx, path) => template.renderBody(ctx, path),
		renderKeyboard: (ctx, path) => template.renderKeyboard(ctx, path),
		renderActionHandlers: (path) => template.renderActionHandlers(path),
		listSubmenus: () => submenus,
	};
}

/** The document and the keyboard of a message come from one screen, which is worked out once for an update. */
function drawOnce(draw: (ctx: BotContext) => Screen): (ctx: BotContext) => Screen {
	const drawn = new WeakMap<BotContext, Screen>();
	return (ctx) => {
		const screen = drawn.get(ctx) ?? draw(ctx);
		drawn.set(ctx, screen);
		return screen;
	};
}

/** How a screen is to be drawn for whoever will see the answer to this update. */
function viewOf(ctx: BotContext, today: string): View {
	const { locale, t, audience, rich, group, me } = ctx;
	return { locale, t, today, audience, rich, group, linkTo: (path) => deepLink(me.username, path) };
}

function toTemplate(button: Button): ButtonTemplate {
	const { text } = button;
	if ('path' in button) {
		return { text, relativePath: button.path };
	}
	if ('share' in button) {
		const anywhere = { allow_user_chats: true, allow_group_chats: true, allow_channel_chats: true };
		return { text, switch_inline_query_chosen_chat: { query: button.share, ...anywhere } };
	}
	return 'url' in button ? button : { text, copy_text: { text: button.copy } };
}
