import { expect, test } from 'vitest';
import { createSourcesRule } from '../../../src/catalogue/rules/sources.ts';
import {
	createDeadline,
	createProcedure,
	createSource,
	createText,
	knowledgeFixture,
} from '../../support/knowledge-fixture.ts';

const rule = createSourcesRule('2026-11-15', [{ domain: 'soumu.go.jp', reason: 'the ministry' }]);
const file = 'carriers/povo/keep-number.yaml';

function checkSource(change: Parameters<typeof createSource>[0]): ReturnType<typeof rule.check> {
	return rule.check(
		knowledgeFixture(({ source }) => {
			Object.assign(source, change);
		}),
	);
}

test('an https page of the carrier with real dates is right', () => {
	expect(rule.check(knowledgeFixture())).toEqual([]);
});

test.each(['http://localhost/a', 'https://127.0.0.1/a', 'https://no-address/1', 'https://docs.example.com/'])(
	'%s is an address that nobody can open',
	(url) => {
		const [problem] = checkSource({ url, official: false });
		expect(problem).toEqual({
			file,
			place: 'methods[0].sources[0].url',
			wrong: 'an address that nobody can open',
			value: url,
			remedy: 'Name a public page, or take the fact out.',
		});
	},
);

test('a date in the future is reported, as exactly as it is written', () => {
	expect(checkSource({ date: '2026-11-16' })).toEqual([
		{
			file,
			place: 'methods[0].sources[0].date',
			wrong: 'lies in the future (today is 2026-11-15)',
			value: '2026-11-16',
			remedy: 'Correct the date.',
		},
	]);
	expect(checkSource({ checked: '2026-12' }).map(({ place }) => place)).toEqual(['methods[0].sources[0].checked']);
	expect(checkSource({ date: '2026-11-15', checked: '2026' })).toEqual([]);
});

test.each(['2025-02-29', '2025-13', '2026-00-01'])('%s is not a day of the calendar', (date) => {
	expect(checkSource({ date }).map(({ place, wrong }) => `${place}: ${wrong}`)).toEqual([
		'methods[0].sources[0].date: not a day of the calendar',
	]);
});

test('a blog that is called official is reported', () => {
	expect(checkSource({ url: 'https://fanblogs.jp/povo' })).toEqual([
		{
			file,
			place: 'methods[0].sources[0].official',
			wrong: 'called official, but outside the official domains of all carriers and known bodies',
			value: 'https://fanblogs.jp/povo',
			remedy: "Write false, or add the domain to the carrier's officialDomains if it is the carrier's own.",
		},
	]);
});

test.each([
	['another carrier', 'https://www.docomo.ne.jp/a'],
	['a known body', 'https://www.soumu.go.jp/a'],
	['an archived copy of an official page', 'https://web.archive.org/web/2025/https://povo.jp/a'],
])('%s may be called official', (_name, url) => {
	expect(checkSource({ url })).toEqual([]);
});

test('an archived copy of a blog is no more official than the blog', () => {
	expect(checkSource({ url: 'https://web.archive.org/web/2025/https://fanblogs.jp/povo' })).toHaveLength(1);
});

test('a method, a myth, a deadline and an offline hint each need an https source', () => {
	const insecure = createSource({ url: 'http://povo.jp/a' });
	const problems = rule.check(
		knowledgeFixture((draft) => {
			draft.app.sources = [insecure];
			draft.keepNumber.myths = [{ claim: createText(), truth: createText(), sources: [insecure] }];
			draft.keepNumber.deadline = createDeadline({ sources: [insecure] });
			draft.povo.offline = { steps: [createText()], sources: [insecure] };
			draft.povo.support = createProcedure({ methods: [{ ...draft.app, sources: [insecure] }] });
		}),
	);
	expect(problems.map((problem) => `${problem.file} ${problem.place}`)).toEqual([
		`${file} methods[0].sources`,
		`${file} myths[0].sources`,
		`${file} deadline.sources`,
		'carriers/povo/carrier.yaml support.methods[0].sources',
		'carriers/povo/carrier.yaml offline.sources',
	]);
	expect(problems[0]).toMatchObject({
		wrong: 'no source with an https address',
		value: 'http://povo.jp/a',
		remedy: 'Add one, or take the fact out.',
	});
});

test('an http source is right beside an https one', () => {
	const knowledge = knowledgeFixture(({ app }) => {
		app.sources.push(createSource({ url: 'http://povo.jp/a' }));
	});
	expect(rule.check(knowledge)).toEqual([]);
});
