import { expect, test } from 'vitest';
import { createReplacedByRule } from '../../../src/catalogue/rules/replaced-by.ts';
import { createText, knowledgeFixture } from '../../support/knowledge-fixture.ts';

const rule = createReplacedByRule();

test('an ended carrier that says what happened and names its successor is right', () => {
	const knowledge = knowledgeFixture(({ povo }) => {
		povo.status = 'ended';
		povo.statusNote = createText();
		povo.replacedBy = 'docomo';
	});
	expect(rule.check(knowledge)).toEqual([]);
});

test.each(['nobody', 'povo'])('%s cannot be what replaces povo', (replacedBy) => {
	const problems = rule.check(
		knowledgeFixture(({ povo }) => {
			povo.replacedBy = replacedBy;
		}),
	);
	expect(problems).toEqual([
		{
			file: 'carriers/povo/carrier.yaml',
			place: 'replacedBy',
			wrong: 'not another carrier of the catalogue',
			value: replacedBy,
			remedy: 'Write one of docomo, or leave it out.',
		},
	]);
});

test('an ended carrier without a note is reported', () => {
	const problems = rule.check(
		knowledgeFixture(({ povo }) => {
			povo.status = 'ended';
		}),
	);
	expect(problems).toEqual([
		{
			file: 'carriers/povo/carrier.yaml',
			place: 'statusNote',
			wrong: 'missing, though the product has ended',
			value: 'ended',
			remedy: 'Say when it ended, and what a person who still holds the card can do.',
		},
	]);
});
