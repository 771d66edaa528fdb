import { expect, test } from 'vitest';
import { sumUpEvidence } from '../../src/answer/evidence.ts';
import { evidenceLine } from '../../src/answer/layout.ts';
import type { Source } from '../../src/catalogue/schema.ts';
import { createSource } from '../support/knowledge-fixture.ts';
import { content } from '../support/nokori.ts';

const TODAY = '2026-11-20';
const t = content().i18n.translator('en');

test('where the carrier says all of it, its page is named with its date and age', () => {
	const sources = [createSource({ url: 'https://www.povo.jp/a', official: true, date: '2024-08' })];
	expect(sumUpEvidence({ sources, confidence: 'high' }, TODAY)).toMatchObject({
		kind: 'official',
		host: 'povo.jp',
		date: '2024-08',
		years: 2,
	});
});

test('a newer third-party page does not make an official page newer', () => {
	const sources = [
		createSource({ url: 'https://blog.example.com/', official: false, date: '2026-10' }),
		createSource({ url: 'https://povo.jp/', official: true, date: '2023' }),
	];
	expect(sumUpEvidence({ sources, confidence: 'medium' }, TODAY)).toMatchObject({
		kind: 'mixed',
		host: 'povo.jp',
		date: '2023',
	});
});

test('without a word of the carrier it is not official', () => {
	const sources = [createSource({ url: 'https://blog.example.com/', official: false, date: '2026-10' })];
	const evidence = sumUpEvidence({ sources, confidence: 'medium' }, TODAY);
	expect(evidence).toMatchObject({ kind: 'unofficial', host: 'blog.example.com' });
	expect(evidence).not.toHaveProperty('years');
});

test.each([
	['2025-11-20', 1],
	['2025-11-21', undefined],
	['2025-11', undefined],
	['2025-10', 1],
	['2025', undefined],
	['2024', 1],
])('the age of %s counts from the last day that it may mean', (date, years) => {
	const { years: counted } = sumUpEvidence({ sources: [createSource({ date })], confidence: 'high' }, TODAY);
	expect(counted).toBe(years);
});

test('with nothing but official pages it is official, however sure we are', () => {
	const sources = [createSource({ url: 'https://povo.jp/', official: true })];
	expect(sumUpEvidence({ sources, confidence: 'medium' }, TODAY).kind).toBe('official');
});

test('a copy without a date says so, or what its content gives away', () => {
	const { date: _, ...undated } = createSource({ of: 'unknown' });
	const sumUp = (change: Partial<Source>) =>
		sumUpEvidence({ sources: [{ ...undated, ...change }], confidence: 'medium' }, TODAY);
	expect(sumUp({})).toEqual({ kind: 'official', host: 'povo.jp' });
	expect(sumUp({ of: { before: '2019', because: 'names two-year contracts' } })).toMatchObject({ before: '2019' });
	expect(sumUp({ of: { after: '2025-10', because: 'names a change of then' } })).toMatchObject({ after: '2025-10' });
	expect(sumUp({ read: 'live', checked: '2026-11-12' })).toMatchObject({ readLive: '2026-11-12' });
});

test.each([
	[{ date: '2024-08', years: 2 }, 'Official source: povo.jp, page of 2024-08 · over 2 years old'],
	[{ date: '2025-08', years: 1 }, 'Official source: povo.jp, page of 2025-08 · over a year old'],
	[{}, 'Official source: povo.jp, a saved page without a date'],
	[{ before: '2019' }, 'Official source: povo.jp, a saved page from before 2019'],
	[{ after: '2025-10' }, 'Official source: povo.jp, a saved page, no older than 2025-10'],
	[{ readLive: '2026-12-03' }, 'Official source: povo.jp · read live on 2026-12-03'],
	[{ date: '2024-08', readLive: '2026-12-03' }, 'Official source: povo.jp, page of 2024-08 · read live on 2026-12-03'],
])('the footer says of %o in plain words', (age, words) => {
	expect(evidenceLine({ kind: 'official', host: 'povo.jp', ...age }, t)).toBe(words);
});
