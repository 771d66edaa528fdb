import { expect, test } from 'vitest';
import { createLengthRule } from '../../../src/catalogue/rules/length.ts';
import { createSource, createText, knowledgeFixture } from '../../support/knowledge-fixture.ts';

const rule = createLengthRule({ answer: 100, gist: 20 });
const ten = createText({ en: '1234567890' });

test('an answer that just fits is right', () => {
	const knowledge = knowledgeFixture(({ keepNumber, app }) => {
		keepNumber.gist = createText({ en: 'x'.repeat(20) });
		keepNumber.traps = [ten, ten];
		app.steps = [ten, ten, ten, ten];
		keepNumber.myths = [{ claim: ten, truth: ten, sources: [createSource()] }];
	});
	expect(rule.check(knowledge)).toEqual([]);
});

test('an answer that is too long is reported with its length', () => {
	const problems = rule.check(
		knowledgeFixture(({ keepNumber, app }) => {
			keepNumber.gist = createText({ en: 'x' });
			app.steps = Array.from({ length: 10 }, () => ten);
		}),
	);
	expect(problems).toEqual([
		{
			file: 'carriers/povo/keep-number.yaml',
			place: '',
			wrong: 'too long in English: more than 100 characters',
			value: '101',
			remedy: 'Shorten the steps, traps and myths, or leave out the least of them.',
		},
	]);
});

test('a gist that is too long is reported', () => {
	const problems = rule.check(
		knowledgeFixture(({ povo }) => {
			povo.support.gist = createText({ en: 'x'.repeat(21) });
		}),
	);
	expect(problems).toEqual([
		{
			file: 'carriers/povo/carrier.yaml',
			place: 'support.gist',
			wrong: 'too long in English: more than 20 characters',
			value: '21',
			remedy: 'Shorten it.',
		},
	]);
});
