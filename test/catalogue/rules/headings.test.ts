import { expect, test } from 'vitest';
import { createHeadingsRule } from '../../../src/catalogue/rules/headings.ts';
import { createMethod, createText, knowledgeFixture } from '../../support/knowledge-fixture.ts';

const rule = createHeadingsRule();
const file = 'carriers/povo/keep-number.yaml';
const iphone = createText({ en: 'iPhone', ja: 'iPhone', 'zh-Hans': 'iPhone', 'zh-Hant': 'iPhone' });
const android = createText({ en: 'Android', ja: 'Android', 'zh-Hans': 'Android', 'zh-Hant': 'Android' });

test('methods of different kinds need no heading', () => {
	const knowledge = knowledgeFixture(({ keepNumber }) => {
		keepNumber.methods.push(createMethod({ method: 'web' }));
	});
	expect(rule.check(knowledge)).toEqual([]);
});

test('methods of the same kind with headings of their own are right', () => {
	const knowledge = knowledgeFixture(({ keepNumber, app }) => {
		app.when = iphone;
		keepNumber.methods.push(createMethod({ when: android }));
	});
	expect(rule.check(knowledge)).toEqual([]);
});

test('a method without a heading is reported where another one is of the same kind', () => {
	const problems = rule.check(
		knowledgeFixture(({ keepNumber }) => {
			keepNumber.methods.push(createMethod({ when: android }));
		}),
	);
	expect(problems).toEqual([
		{
			file,
			place: 'methods[0].when',
			wrong: 'missing, though there is another method of this kind',
			value: 'app',
			remedy: 'Say in a few words in which situation, or on which device, this one is right.',
		},
	]);
});

test('headings that are the same in one language are reported there', () => {
	const problems = rule.check(
		knowledgeFixture(({ keepNumber, app }) => {
			app.when = iphone;
			keepNumber.methods.push(createMethod({ when: { ...android, ja: 'iPhone' } }));
		}),
	);
	expect(problems).toEqual([
		{
			file,
			place: 'methods[1].when.ja',
			wrong: 'the same heading as methods[0], which is of the same kind',
			value: 'iPhone',
			remedy: 'Say what makes this one different.',
		},
	]);
});
