import { expect, test } from 'vitest';
import type { ScreenNode } from '../../src/bot/screens/screen.ts';
import { everyScreen } from '../support/screens.ts';

/** One line a place: how deep it lies, and its path; what stands for many names is shown as its pattern. */
function tree(node: ScreenNode, path: string): string[] {
	const names = [...node.children].map(([name, child]) => ({ name, child }));
	const dynamic = node.dynamic ? [{ name: node.dynamic.name.source, child: node.dynamic.node }] : [];
	const action = node.action ? [`${path}${node.action.trigger.source}`] : [];
	return [path, ...action, ...[...names, ...dynamic].flatMap(({ name, child }) => tree(child, `${path}${name}/`))];
}

test('the menu tree is the committed one; `npx vitest run -u` accepts a change that is meant', async () => {
	await expect(tree(everyScreen(), '/').join('\n')).toMatchFileSnapshot('menu-tree.txt');
});
