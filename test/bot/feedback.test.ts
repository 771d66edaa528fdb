import { expect, test } from 'vitest';
import { findScreen, type Screen } from '../../src/bot/screens/screen.ts';
import { allPlaces, draw, everyScreen, viewIn } from '../support/screens.ts';

function feedbackPathsOf({ rows }: Screen): string[] {
	return rows
		.flat()
		.flatMap((button) => ('path' in button && button.path.startsWith('/feedback/') ? [button.path] : []));
}

test('the feedback button of every answer asks what is wrong with it, and leads back', async () => {
	const root = everyScreen();
	const view = viewIn('en');
	const answers = allPlaces(root).filter(({ node }) => node.topic !== undefined);
	expect(answers.length).toBeGreaterThan(90);
	for (const { path, node } of answers) {
		const [, asks = ''] = feedbackPathsOf(await draw(node, { ...view, path }));
		const { rows } = await draw(findScreen(root, asks).node, { ...view, path: asks });
		expect(feedbackPathsOf({ document: [], rows }), asks).toEqual(
			['steps', 'links', 'numbers'].map((what) => `${asks}${what}`),
		);
		expect(rows.at(-1)?.[0]).toMatchObject({ path: path.replace(/\/2\/$/, '/') });
	}
});
