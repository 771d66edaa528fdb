import { expect, test } from 'vitest';
import { createConfidenceRule } from '../../../src/catalogue/rules/confidence.ts';
import { createSource, createText, knowledgeFixture } from '../../support/knowledge-fixture.ts';

const rule = createConfidenceRule();

test('high confidence with one official source among others is right', () => {
	const knowledge = knowledgeFixture(({ app }) => {
		app.sources.unshift(createSource({ official: false }));
	});
	expect(rule.check(knowledge)).toEqual([]);
});

test('high confidence on the word of third parties is reported', () => {
	const problems = rule.check(
		knowledgeFixture(({ source }) => {
			source.official = false;
		}),
	);
	expect(problems).toEqual([
		{
			file: 'carriers/povo/keep-number.yaml',
			place: 'methods[0].confidence',
			wrong: 'high confidence without an official source',
			value: 'high',
			remedy: 'Write medium or low, or add the official page that says so, with its date or read live.',
		},
	]);
});

test('medium confidence on the word of third parties is right', () => {
	const knowledge = knowledgeFixture(({ app, source }) => {
		source.official = false;
		app.confidence = 'medium';
	});
	expect(rule.check(knowledge)).toEqual([]);
});

test.each([
	['an undated copy', { of: 'unknown' }, 1],
	['one that is only known to be old', { of: { before: '2019', because: 'names two-year contracts' } }, 1],
	['one that is known to be new', { of: { after: '2025-10', because: 'names a change of then' } }, 0],
	['an undated page that was read live', { of: 'unknown', read: 'live' }, 0],
] as const)('high confidence on %s', (_, change, problems) => {
	const knowledge = knowledgeFixture(({ app }) => {
		const { date: _date, ...undated } = createSource();
		app.sources = [{ ...undated, ...change }];
	});
	expect(rule.check(knowledge)).toHaveLength(problems);
});

test('what a message means is held to the same', () => {
	const knowledge = knowledgeFixture(({ notices }) => {
		const rest = { kind: 'unpaid', stage: 'stopped', due: 'none', next: 'pay-bill', unless: [] as string[] } as const;
		const texts = { means: createText(), act: createText(), phrases: [['停止']] };
		const notice = { ...rest, ...texts, confidence: 'high' as const, sources: [createSource({ official: false })] };
		notices.push({
			id: 'povo',
			file: 'notices/povo.yaml',
			entry: { notices: [notice], fakes: [], domains: [], senders: [] },
		});
	});
	expect(rule.check(knowledge)).toMatchObject([{ file: 'notices/povo.yaml', place: 'notices[0].confidence' }]);
});
