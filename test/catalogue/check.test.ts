import { expect, test } from 'vitest';
import { checkKnowledge, createAllRules } from '../../src/catalogue/check.ts';
import type { Exception } from '../../src/catalogue/rules/exceptions.ts';
import type { Rule } from '../../src/catalogue/rules/rule.ts';
import { knowledgeFixture } from '../support/knowledge-fixture.ts';

const today = '2026-11-15';
const broken = knowledgeFixture(({ source }) => {
	source.official = false;
});
const exception: Exception = {
	rule: 'confidence',
	file: 'carriers/povo/keep-number.yaml',
	place: 'methods[0].confidence',
	reason: 'The carrier confirmed it by letter.',
};

test('the fixture breaks no rule', () => {
	expect(checkKnowledge(knowledgeFixture(), { today, exceptions: [] })).toEqual([]);
});

test('every rule has a name of its own and says what it keeps', () => {
	const rules = createAllRules({ today });
	expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
	expect(rules.filter(({ description }) => description === '')).toEqual([]);
});

test('an exception silences the problem that it names', () => {
	expect(checkKnowledge(broken, { today, exceptions: [] })).toHaveLength(1);
	expect(checkKnowledge(broken, { today, exceptions: [exception] })).toEqual([]);
});

test('an exception that silences nothing is a problem itself', () => {
	expect(checkKnowledge(knowledgeFixture(), { today, exceptions: [exception] })).toEqual([
		{
			file: 'carriers/povo/keep-number.yaml',
			place: 'methods[0].confidence',
			wrong: 'Unnecessary exception',
			value: 'confidence',
			remedy: 'Remove it from src/catalogue/rules/exceptions.ts.',
		},
	]);
});

test('an exception for another rule silences nothing', () => {
	const other = { ...exception, rule: 'sources' };
	expect(checkKnowledge(broken, { today, exceptions: [other] })).toHaveLength(2);
});

test('rules from outside the folder are run too', () => {
	const problem = { file: 'a.yaml', place: '', wrong: 'ugly', remedy: 'Make it beautiful.' };
	const ugly: Rule = { name: 'ugly', description: 'Nothing is ugly.', check: () => [problem] };
	expect(checkKnowledge(knowledgeFixture(), { today, exceptions: [], extraRules: [ugly] })).toEqual([problem]);
});

test('the languages that are asked for are required', () => {
	const problems = checkKnowledge(knowledgeFixture(), { today, exceptions: [], locales: ['en', 'ko'] });
	expect(problems.map(({ place }) => place)).toContain('gist.ko');
	expect(problems.map(({ place }) => place)).toContain('gist.ja');
});
