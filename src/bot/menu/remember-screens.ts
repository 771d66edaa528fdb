import type { Screen } from '../screens/screen.ts';

/** Far more than are asked for at a time, and a few megabytes. */
const MOST = 500;

const remembered = new WeakMap<object, Map<string, Screen>>();

/**
 * Draws a screen, or takes it as it was drawn before for somebody who sees the same: many ask for the same answers.
 * @param content what screens are drawn from; with other content nothing is remembered
 * @param key everything that makes a difference to the screen
 */
export function rememberScreen(content: object, key: string, draw: () => Screen): Screen {
	const screens = remembered.get(content) ?? new Map<string, Screen>();
	remembered.set(content, screens);
	const screen = screens.get(key) ?? draw();
	// Put at the end, so that the first is the one that was not asked for longest.
	screens.delete(key);
	screens.set(key, screen);
	for (const oldest of screens.keys()) {
		if (screens.size <= MOST) {
			break;
		}
		screens.delete(oldest);
	}
	return screen;
}
