import type { Document } from '../../answer/document.ts';
import type { Locale, Translate } from '../../i18n/i18n.ts';
import type { GroupSettings, PersonSettings } from '../../storage/settings.ts';
import type { Audience, BotContext } from '../context.ts';
import type { Topic } from '../paths.ts';

/** A button leads to another screen, opens a page, copies a value, or writes an inline query in a chat of one's choice. */
export type Button = { text: string; style?: 'primary' | 'danger' } & (
	| { path: string }
	| { url: string }
	| { copy: string }
	| { share: string }
);
export type Screen = {
	document: Document;
	rows: readonly (readonly Button[])[];
	/** Drawn as a rich message whatever the person chose: it is a sample. */
	rich?: boolean;
};

/** For whom a screen is drawn. */
export type View = {
	locale: Locale;
	t: Translate;
	today: string;
	audience: Audience;
	/** Whether that person is answered in rich messages. */
	rich: boolean;
	/** What that person chose. */
	person: PersonSettings;
	/** What a group's administrators chose. */
	group?: GroupSettings | undefined;
	/** The path of this screen. */
	path: string;
	/** Whether the bot can be called in other chats, as its owner chose at BotFather. */
	canShare: boolean;
	/** The address that opens a screen in the private chat. */
	linkTo: (path: string) => string;
};

/** The parts of an asker that decide what is meant. */
export type Asker = Pick<View, 'locale' | 't'> & {
	group?: GroupSettings | undefined;
	person?: PersonSettings;
	audience?: Audience;
};

/** What a tap does besides moving. */
type Action = {
	/** Must match the whole end of the path, behind the screen's own. */
	trigger: RegExp;
	/** @returns the path to show next, or undefined where the screen stays as it is */
	run: (ctx: BotContext, match: RegExpExecArray, path: string) => Promise<string | undefined>;
};

/** `private`: in one's own chat with the bot only. `admins`: in a group for its administrators; in private for anybody. */
export type Access = 'private' | 'admins';

/**
 * A place in the menu, and all that it needs. Its path is the names of its parents and its own, like /check-data/povo/,
 * and is also the callback data of the buttons that lead to it.
 */
export type ScreenNode<Data = unknown> = {
	/** Who may see this screen and all below it, and do what their buttons do. Left out, everybody. */
	access?: Access;
	/** Reads what the screen shows beyond the view, each time that it is drawn. */
	load?(ctx: Pick<BotContext, 'from'>): Promise<Data>;
	screen(view: View, data: Data): Screen;
	/** All that makes a difference to the screen, so that it need be drawn only once. Left out, it is drawn each time. */
	cacheKey?: (view: View) => string;
	/** What the screen answers, for the metrics. */
	topic?: Topic;
	children: ReadonlyMap<string, ScreenNode>;
	/** One screen for all names of a kind, like days or ids. It reads from its path which one it is. */
	dynamic?: { name: RegExp; node: ScreenNode };
	action?: Action;
};

/** A screen without further ones below it. */
export function leafScreen(screen: (view: View) => Screen): ScreenNode {
	return { screen, children: new Map() };
}

/** A screen, its path, and who may see it: what the screen itself says, or else the nearest above that says it. */
type FoundScreen = { node: ScreenNode; path: string; access: Access | undefined };

/**
 * The screen of a path, or the nearest one above it: an old button opens what is left of its place.
 * @param path like /check-data/povo/; anything else leads to the root
 */
export function findScreen(root: ScreenNode, path: string): FoundScreen {
	let found: FoundScreen = { node: root, path: '/', access: root.access };
	for (const name of path.split('/').slice(1, -1)) {
		const { children, dynamic } = found.node;
		const child = children.get(name) ?? (dynamic?.name.test(name) ? dynamic.node : undefined);
		if (!child) {
			break;
		}
		found = { node: child, path: `${found.path}${name}/`, access: child.access ?? found.access };
	}
	return found;
}
