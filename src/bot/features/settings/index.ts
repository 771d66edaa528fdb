import type { Deps } from '../../deps.ts';
import type { ScreenNode } from '../../screens/screen.ts';
import { change } from './change.ts';
import { groupChildren, groupScreen } from './group-screens.ts';
import { ownScreen, sampleNode } from './own-screens.ts';

export const PATH = '/settings/';

/** In private one's own settings, in a group those of the group. */
export function menu(deps: Deps): ScreenNode {
	return {
		screen: (view) => (view.group ? groupScreen(deps, view, view.group) : ownScreen(view)),
		children: new Map([...groupChildren(deps), ['sample', sampleNode(deps)]]),
		action: { trigger: /(short|full|greet|quiet|rich|text)$/, run: (ctx, match) => change(deps, ctx, match[0]) },
	};
}
