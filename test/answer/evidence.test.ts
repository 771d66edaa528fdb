import { expect, test } from 'vitest';
import { sumUpEvidence } from '../../src/answer/evidence.ts';
import { createSource } from '../support/knowledge-fixture.ts';

const TODAY = '2026-11-20';

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
