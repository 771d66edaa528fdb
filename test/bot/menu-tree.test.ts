import { MenuMiddleware } from 'grammy-inline-menu';
import { expect, test } from 'vitest';
import { allScreens } from '../../src/bot/all-screens.ts';
import type { BotContext } from '../../src/bot/context.ts';
import { toMenu } from '../../src/bot/menu/to-menu.ts';
import { createDeps, TODAY } from '../support/nokori.ts';

test('the menu tree is the committed one; `npx vitest run -u` accepts a change that is meant', async () => {
	const deps = createDeps();
	const root = toMenu(allScreens(deps), () => TODAY);
	const tree = new MenuMiddleware<BotContext>('/', root).tree();
	await expect(tree).toMatchFileSnapshot('menu-tree.txt');
});
