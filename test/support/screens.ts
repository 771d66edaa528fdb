import { allScreens } from '../../src/bot/all-screens.ts';
import { deepLink } from '../../src/bot/deep-link.ts';
import type { Deps } from '../../src/bot/deps.ts';
import type { Screen, ScreenNode, View } from '../../src/bot/screens/screen.ts';
import { readGroupSettings } from '../../src/storage/settings.ts';
import { content, TODAY } from './nokori.ts';

/** Noon of the day on which every test lives, in Japan. */
const NOW = Date.parse(`${TODAY}T12:00:00+09:00`);

export type DrawnScreen = { path: string; locale: string; screen: Screen };

/** The whole menu. Drawing a screen reads the content alone; the rest is for what taps do. */
export function everyScreen(): ScreenNode {
	return allScreens({ ...content(), store: {}, now: () => NOW } as unknown as Deps);
}

/** Every screen below a place, with its path. */
export function allPlaces(root: ScreenNode, path = '/'): { path: string; node: ScreenNode }[] {
	const below = [...root.children].flatMap(([name, child]) => allPlaces(child, `${path}${name}/`));
	return [{ path, node: root }, ...below];
}

/** How a screen is drawn for a language in tests. */
export function viewIn(locale: string): View {
	const linkTo = (path: string): string => deepLink('nokori_bot', path);
	const nobody = { person: {}, reminders: [], kept: '{}' };
	const t = content().i18n.translator(locale);
	return { locale, t, today: TODAY, audience: 'private', rich: false, path: '/', linkTo, ...nobody };
}

/** The same in a group whose administrators changed nothing. */
export function groupViewIn(locale: string): View {
	return { ...viewIn(locale), audience: 'group', group: readGroupSettings(undefined) };
}

/** Every screen of the menu in every language; what looks different in a group, there too. Lines without a menu are left out. */
export function drawEverything(): DrawnScreen[] {
	const places = allPlaces(everyScreen()).filter(({ path }) => !path.startsWith('/notice/'));
	const inGroups = places.filter(({ path }) => path.startsWith('/settings/'));
	return content().i18n.locales.flatMap(({ id: locale }) => [
		...places.map(({ path, node }) => ({ path, locale, screen: node.screen(viewIn(locale)) })),
		...inGroups.map(({ path, node }) => ({ path, locale, screen: node.screen(groupViewIn(locale)) })),
	]);
}
