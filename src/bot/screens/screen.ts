import type { Document } from '../../answer/document.ts';
import type { Locale, Translate } from '../../i18n/i18n.ts';
import type { GroupSettings, PersonSettings } from '../../storage/settings.ts';
import type { Reminder } from '../../storage/store.ts';
import type { Audience, BotContext } from '../context.ts';

/** A button leads to another screen, opens a page, copies a value, or writes an inline query in a chat of one's choice. */
export type Button = { text: string } & ({ path: string } | { url: string } | { copy: string } | { share: string });
export type Screen = {
	document: Document;
	rows: readonly (readonly Button[])[];
	/** Drawn as a rich message, or not, whatever is usual: it is a sample. */
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
	/** What that person chose, and their reminders where these are shown. */
	person: PersonSettings;
	reminders: readonly Reminder[];
	/** What is kept about that person, as it is stored, where they look at it. */
	kept: string;
	/** What a group's administrators chose. */
	group?: GroupSettings | undefined;
	/** The path of this screen. */
	path: string;
	/** The address that opens a screen in the private chat. */
	linkTo: (path: string) => string;
};

/** For whom words are understood. */
export type Reader = Pick<View, 'locale' | 't'> & {
	group?: GroupSettings | undefined;
	person?: PersonSettings;
	audience?: Audience;
};

/** What a tap does besides moving, given the path of its screen. It returns the path to show next. */
export type Action = {
	trigger: RegExp;
	run: (ctx: BotContext, match: RegExpExecArray, path: string) => Promise<string>;
};

/**
 * A place in the menu. Its path is the names of its parents and its own, like /check-data/povo/,
 * and is also the callback data of the buttons that lead to it.
 */
export type ScreenNode = {
	screen: (view: View) => Screen;
	children: ReadonlyMap<string, ScreenNode>;
	/** One screen for all names of a kind, like days or ids. It reads from its path which one it is. */
	dynamic?: { name: RegExp; place: ScreenNode };
	action?: Action;
};

/** A screen without further ones below it. */
export function leafScreen(screen: ScreenNode['screen']): ScreenNode {
	return { screen, children: new Map() };
}

type Place<T> = { children: { get: (name: string) => T | undefined }; dynamic?: { name: RegExp; place: T } };

/**
 * The place for a path, or the nearest one above it: an old button opens what is left of its place.
 * @param root a screen or a menu
 * @param path like /check-data/povo/; anything else leads to the root
 */
export function findScreen<T extends Place<T>>(root: T, path: string): { place: T; path: string } {
	let found = { place: root, path: '/' };
	for (const name of path.split('/').slice(1, -1)) {
		const { children, dynamic } = found.place;
		const child = children.get(name) ?? (dynamic?.name.test(name) ? dynamic.place : undefined);
		if (!child) {
			break;
		}
		found = { place: child, path: `${found.path}${name}/` };
	}
	return found;
}
