import type { Deps } from './deps.ts';
import * as cards from './features/cards/index.ts';
import * as feedback from './features/feedback/index.ts';
import * as language from './features/language/index.ts';
import * as menu from './features/menu/index.ts';
import * as privacy from './features/privacy/index.ts';
import * as reminders from './features/reminders/index.ts';
import * as settings from './features/settings/index.ts';
import * as notices from './screens/notices.ts';
import type { ScreenNode } from './screens/screen.ts';

/** Every screen that there is, by its path. */
export function allScreens(deps: Deps): ScreenNode {
	const others = [
		['lang', language.menu(deps)],
		['settings', settings.menu(deps)],
		['mycard', cards.menu(deps)],
		['remind', reminders.menu(deps)],
		['privacy', privacy.menu(deps)],
		['feedback', feedback.menu()],
		['notice', notices.menu()],
	] as const;
	return menu.menu(deps, new Map(others));
}
