import { expect, test } from 'vitest';
import { createColonsRule } from '../../../src/catalogue/rules/colons.ts';
import { createText, knowledgeFixture } from '../../support/knowledge-fixture.ts';

const rule = createColonsRule();

test.each(['Choose one:', '这样做：'])('"%s" is reported, for nothing may follow it', (words) => {
	const problems = rule.check(
		knowledgeFixture(({ keepNumber }) => {
			keepNumber.traps = [createText({ 'zh-Hans': words })];
		}),
	);
	expect(problems.map(({ place, wrong }) => `${place} ${wrong}`)).toEqual(['traps[0].zh-Hans ends in a colon']);
});

test('a colon in the middle of a step is right', () => {
	const knowledge = knowledgeFixture(({ app }) => {
		app.steps = [createText({ en: 'Call 157: it is free.' })];
	});
	expect(rule.check(knowledge)).toEqual([]);
});

test('a heading has no colon, since it stands behind one', () => {
	const problems = rule.check(
		knowledgeFixture(({ app }) => {
			app.when = createText({ en: 'Long-term plan: move to a larger one' });
		}),
	);
	expect(problems).toEqual([
		{
			file: 'carriers/povo/keep-number.yaml',
			place: 'methods[0].when.en',
			wrong: 'a second colon in a heading',
			value: 'Long-term plan: move to a larger one',
			remedy: 'Say it without one: the heading begins with the method and a colon.',
		},
	]);
});
