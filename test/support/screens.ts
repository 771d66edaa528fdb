import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { allScreens } from '../../src/bot/all-screens.ts';
import { deepLink } from '../../src/bot/paths.ts';
import type { Screen, ScreenNode, View } from '../../src/bot/screens/screen.ts';
import { openLibsqlStore } from '../../src/storage/libsql/index.ts';
import { readGroupSettings } from '../../src/storage/settings.ts';
import { content, TODAY } from './nokori.ts';

/** Noon of the day on which every test lives, in Japan. */
const NOW = Date.parse(`${TODAY}T12:00:00+09:00`);

/** A store in which nothing is kept, for all test files of this process. */
const folder = mkdtempSync(join(tmpdir(), 'nokori-screens-'));
const store = openLibsqlStore(folder);
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

export type DrawnScreen = { path: string; locale: string; screen: Screen };

/** The whole menu of some content, the real one unless told, over a store in which nothing is kept. */
export function everyScreen(drawn = content()): ScreenNode {
	const services = {
		store,
		queue: { schedule: async () => undefined, forget: async () => undefined },
		now: () => NOW,
		today: () => TODAY,
	};
	return allScreens(drawn, services, async () => undefined);
}

/** Draws a screen with what it loads for somebody of whom nothing is kept. */
export async function draw(node: ScreenNode, view: View): Promise<Screen> {
	return node.screen(view, await node.load?.({ from: undefined }));
}

/** Every screen below a place, with its path. */
export function allPlaces(root: ScreenNode, path = '/'): { path: string; node: ScreenNode }[] {
	const below = [...root.children].flatMap(([name, child]) => allPlaces(child, `${path}${name}/`));
	return [{ path, node: root }, ...below];
}

/** How a screen is drawn for a language in tests. */
export function viewIn(locale: string): View {
	const linkTo = (path: string): string => deepLink('nokori_bot', path);
	const t = content().i18n.translator(locale);
	return { locale, t, today: TODAY, audience: 'private', rich: false, path: '/', canShare: true, linkTo, person: {} };
}

/** The same in a group whose administrators changed nothing. */
export function groupViewIn(locale: string): View {
	return { ...viewIn(locale), audience: 'group', group: readGroupSettings(undefined) };
}

/** Every screen of the menu in every language; what looks different in a group, there too. Lines without a menu are left out. */
export async function drawEverything(): Promise<DrawnScreen[]> {
	const places = allPlaces(everyScreen()).filter(({ path }) => !path.startsWith('/notice/'));
	const inGroups = places.filter(({ path }) => path.startsWith('/settings/'));
	const drawn = content().i18n.locales.flatMap(({ id: locale }) => [
		...places.map(async ({ path, node }) => ({ path, locale, screen: await draw(node, viewIn(locale)) })),
		...inGroups.map(async ({ path, node }) => ({ path, locale, screen: await draw(node, groupViewIn(locale)) })),
	]);
	return Promise.all(drawn);
}
