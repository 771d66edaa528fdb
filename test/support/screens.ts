import * as menu from '../../src/bot/features/menu/index.ts';
import type { Screen, ScreenNode, View } from '../../src/bot/menu/screen.ts';
import { content, TODAY } from './nokori.ts';

export type DrawnScreen = { path: string; locale: string; screen: Screen };

/** Every screen below a place, with its path. */
export function allPlaces(root: ScreenNode, path = '/'): { path: string; node: ScreenNode }[] {
	const below = [...root.children].flatMap(([name, child]) => allPlaces(child, `${path}${name}/`));
	return [{ path, node: root }, ...below];
}

/** How a screen is drawn for a language in tests. */
export function viewIn(locale: string): View {
	return { locale, t: content().i18n.translator(locale), today: TODAY };
}

/** Every screen of the menu in every language. */
export function drawEverything(): DrawnScreen[] {
	const places = allPlaces(menu.menu(content(), new Map()));
	return content().i18n.locales.flatMap(({ id: locale }) =>
		places.map(({ path, node }) => ({ path, locale, screen: node.screen(viewIn(locale)) })),
	);
}
