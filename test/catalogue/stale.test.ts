import { expect, test } from 'vitest';
import { countAges, findStale } from '../../src/catalogue/stale.ts';
import { createSource, type Draft, knowledgeFixture } from '../support/knowledge-fixture.ts';

const today = '2026-11-15';
const file = 'carriers/povo/keep-number.yaml';

/** Everything was read this month, but for the sources of keep-number. */
function withSources(...sources: Draft['app']['sources']): ReturnType<typeof knowledgeFixture> {
	return knowledgeFixture(({ app, povo, docomo }) => {
		for (const method of [povo, docomo].flatMap((one) => [...one.support.methods, ...one.identify.methods])) {
			method.sources = [createSource({ date: '2026-11' })];
		}
		app.sources = sources;
	});
}

function undated(change: Partial<Draft['source']> = {}): Draft['source'] {
	const { date: _, ...source } = createSource({ of: 'unknown', ...change });
	return source;
}

test('fresh evidence is not listed', () => {
	expect(findStale(withSources(createSource({ date: '2026-06-01' })), today)).toEqual([]);
});

test('evidence older than 180 days is a warning, older than 365 days an error', () => {
	const age = (date: string): unknown => findStale(withSources(createSource({ date })), today);
	expect(age('2026-05-19')).toEqual([]);
	expect(age('2026-05-18')).toEqual([{ file, place: 'methods[0]', newest: '2026-05-18', days: 181, level: 'warn' }]);
	expect(age('2025-11-15')).toMatchObject([{ days: 365, level: 'warn' }]);
	expect(age('2025-11-14')).toMatchObject([{ days: 366, level: 'error' }]);
});

test('the newest dated source counts, and a month counts to its end', () => {
	const sources = [createSource({ date: '2024' }), createSource({ date: '2025-02' }), undated()];
	expect(findStale(withSources(...sources), today)).toMatchObject([{ newest: '2025-02', days: 625 }]);
});

test('a saved copy without a date proves no age, however lately it was read', () => {
	expect(findStale(withSources(undated({ checked: today })), today)).toEqual([
		{ file, place: 'methods[0]', level: 'undated' },
	]);
});

test('what was read live counts from that day', () => {
	expect(findStale(withSources(undated({ read: 'live', checked: '2026-11-01' })), today)).toEqual([]);
	expect(findStale(withSources(undated({ read: 'live', checked: '2025-01-01' })), today)).toMatchObject([
		{ newest: '2025-01-01', level: 'error' },
	]);
});

test('undated evidence comes first, the oldest bound before all', () => {
	const because = 'names two-year contracts';
	const knowledge = knowledgeFixture(({ source, app, povo, docomo }) => {
		source.date = '2025-06';
		app.sources = [undated()];
		povo.support.methods[0]?.sources.splice(0, 1, undated({ of: { before: '2019', because } }));
		docomo.support.methods[0]?.sources.splice(0, 1, undated({ of: { before: '2017-03', because } }));
	});
	const stale = findStale(knowledge, today);
	expect(stale.slice(0, 3)).toMatchObject([{ bound: '2017-03' }, { bound: '2019' }, { level: 'undated' }]);
	expect(stale.length).toBeGreaterThan(3);
});

test('it is counted how many methods rest on evidence of each age', () => {
	const ages = countAges(withSources(undated()), today);
	expect(ages).toMatchObject({ undated: 1, error: 0, warn: 0 });
	expect(ages.fresh).toBeGreaterThan(1);
});

test('the oldest evidence comes first', () => {
	const knowledge = knowledgeFixture(({ source, povo }) => {
		source.date = '2025-06';
		povo.support.methods[0]?.sources.splice(0, 1, createSource({ date: '2024-01' }));
	});
	const days = findStale(knowledge, today).map((stale) => ('days' in stale ? stale.days : 0));
	expect(days).toEqual([...days].sort((a, b) => b - a));
	expect(days.length).toBeGreaterThan(1);
});
