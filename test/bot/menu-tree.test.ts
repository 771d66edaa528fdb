import { expect, test } from 'vitest';
import type { ScreenNode } from '../../src/bot/screens/screen.ts';
import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import { knowledgeFixture } from '../support/knowledge-fixture.ts';
import { content } from '../support/nokori.ts';
import { everyScreen } from '../support/screens.ts';

/** One line a place and an action, with its path; a screen for many names is shown as the pattern of the name. */
function tree(node: ScreenNode, path: string): string[] {
	const { children, dynamic, action, access } = node;
	const below = [...children, ...(dynamic ? [[dynamic.name.source, dynamic.node] as const] : [])];
	return [
		`${path}${access ? `  (${access})` : ''}`,
		...(action ? [`${path}${action.trigger.source}`] : []),
		...below.flatMap(([name, child]) => tree(child, `${path}${name}/`)),
	];
}

// Of two carriers, so that whoever adds a third need not touch it.
test('the menu tree is the committed one; `npx vitest run -u` accepts a change that is meant', async () => {
	const catalogue = createCatalogue(knowledgeFixture());
	const root = everyScreen({ ...content(), catalogue });
	await expect(`${tree(root, '/').join('\n')}\n`).toMatchFileSnapshot('menu-tree.txt');
});
