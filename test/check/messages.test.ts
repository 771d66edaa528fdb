import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { catalogue, check } from './support.ts';

type Message = {
	id: string;
	kind: 'fake' | 'genuine' | 'newsletter' | 'private';
	lang: string;
	text: string;
	carrier: string | null;
	links: string[];
	numbers: string[];
	notice: string | null;
	stage: string | null;
	date: string | null;
	oneTimeCode: boolean;
};

const FILE = fileURLToPath(new URL('messages.jsonl', import.meta.url));
const messages = readFileSync(FILE, 'utf8')
	.split('\n')
	.filter((line) => line !== '')
	.map((line) => JSON.parse(line) as Message);
const checked = messages.map((message) => ({ message, found: check(message.text, message.lang) }));

/** Those of which something is wrong, to be read in the report of a failing test. */
function wrongWhere(isWrong: (one: (typeof checked)[number]) => boolean): string[] {
	return checked.filter(isWrong).map(({ message: { id, text }, found }) => {
		const { carriers, links, numbers, notice, date } = found;
		const seen = [carriers[0], ...links.map(({ verdict }) => verdict), ...numbers.map(({ verdict }) => verdict)];
		return `${id} ${text.slice(0, 60)} → ${[...seen, notice?.notice.kind, notice?.notice.stage, date].join(' ')}`;
	});
}

test('the set holds all kinds in six languages', () => {
	expect(messages.length).toBeGreaterThanOrEqual(120);
	expect(new Set(messages.map(({ text }) => text)).size).toBe(messages.length);
	expect([...new Set(messages.map(({ lang }) => lang))].sort()).toEqual(['en', 'ja', 'ko', 'vi', 'zh-Hans', 'zh-Hant']);
});

describe('links and numbers', () => {
	test('no fake ever has an official link or number', () => {
		expect(
			wrongWhere(
				({ message, found }) =>
					message.kind === 'fake' && [...found.links, ...found.numbers].some(({ verdict }) => verdict === 'official'),
			),
		).toEqual([]);
	});

	test('at least 95 % of the genuine official links are recognised', () => {
		const expected = messages.flatMap(({ links }) => links.filter((verdict) => verdict === 'official')).length;
		const missed = wrongWhere(
			({ message, found }) =>
				message.links.includes('official') && !found.links.some(({ verdict }) => verdict === 'official'),
		);
		expect(expected).toBeGreaterThan(40);
		expect(1 - missed.length / expected, missed.join('\n')).toBeGreaterThanOrEqual(0.95);
	});

	test('each link and number has the verdict that it should have', () => {
		const verdicts = (list: readonly { verdict: string }[]): string => list.map(({ verdict }) => verdict).join();
		expect(
			wrongWhere(
				({ message, found }) =>
					verdicts(found.links) !== message.links.join() || verdicts(found.numbers) !== message.numbers.join(),
			),
		).toEqual([]);
	});
});

describe('what it is', () => {
	test('at least 90 % have the right kind of notice and the right stage', () => {
		const wrong = wrongWhere(
			({ message, found }) =>
				(found.notice?.notice.kind ?? null) !== message.notice ||
				(found.notice?.notice.stage ?? null) !== message.stage,
		);
		expect(1 - wrong.length / messages.length, wrong.join('\n')).toBeGreaterThanOrEqual(0.9);
	});

	test('the carrier that is meant comes first', () => {
		expect(wrongWhere(({ message, found }) => (found.carriers[0] ?? null) !== message.carrier)).toEqual([]);
	});

	test('the day by which something must be done is that of the text', () => {
		expect(wrongWhere(({ message, found }) => (found.date ?? null) !== message.date)).toEqual([]);
	});

	test('a one-time code is seen where there is one', () => {
		expect(wrongWhere(({ message, found }) => found.oneTimeCode !== message.oneTimeCode)).toEqual([]);
	});

	test('private talk is no notice, and no newsletter is one', () => {
		expect(
			wrongWhere(
				({ message, found }) => ['private', 'newsletter'].includes(message.kind) && found.notice !== undefined,
			),
		).toEqual([]);
	});

	test('days of grace stand in the rule of the carrier', () => {
		for (const [id, { notices }] of catalogue.notices) {
			if (notices.some(({ due }) => due === 'grace')) {
				expect(catalogue.procedure(id, 'keep-number')?.deadline?.graceDays).toBeGreaterThan(0);
			}
		}
	});
});
