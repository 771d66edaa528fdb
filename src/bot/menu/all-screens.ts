import type { Deps } from '../deps.ts';
import * as language from '../features/language/index.ts';
import * as menu from '../features/menu/index.ts';
import * as notices from '../features/notices/index.ts';
import * as settings from '../features/settings/index.ts';
import type { ScreenNode } from './screen.ts';

/** Every screen that there is, by its path. */
export function allScreens(deps: Deps): ScreenNode {
	const others = [
		['lang', language.menu(deps)],
		['settings', settings.menu(deps)],
		['notice', notices.menu()],
	] as const;
	return menu.menu(deps, new Map(others));
}
