import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_IN_MS } from '../../src/dates/day.ts';
import { readDate } from '../../src/dates/parse/read-date.ts';
import { READ_WITH_REST, READINGS } from './date-words.ts';
import { IMPOSSIBLE, NO_DATES } from './no-date-words.ts';

/** A Friday. */
const TODAY = '2026-11-20';

describe.each(Object.entries(READINGS))('in %s', (locale, readings) => {
	it.each(Object.entries(readings))('%s is %s', (text, day) => {
		const read = readDate(text, TODAY, locale);
		expect(read).toMatchObject({ kind: 'date', day, rest: '' });
		expect(read).not.toHaveProperty('others');
		expect(read).not.toHaveProperty('time');
	});
});

it.each(READ_WITH_REST)('%s leaves the words %s', (text, day, rest) => {
	const read = readDate(text, TODAY, 'en');
	expect(read).toMatchObject({ kind: 'date', day, rest });
	expect(read).not.toHaveProperty('others');
});

it.each(NO_DATES)('%s is no date', (text) => {
	for (const locale of ['en', 'ja', 'zh-Hans', 'zh-Hant', 'ko', 'vi'])
		expect(readDate(text, TODAY, locale)).toBeUndefined();
});

it.each(IMPOSSIBLE)('%s is impossible', (text) => {
	expect(readDate(text, TODAY, 'ja')).toEqual({ kind: 'impossible', text });
});

it('only the words that are no date are given back as impossible', () => {
	expect(readDate('povo ２月31日まで', TODAY, 'ja')).toEqual({ kind: 'impossible', text: '２月31日' });
});

describe('a day without a year', () => {
	it.each([
		['11/20', '2026-11-20'],
		['11/19', '2027-11-19'],
		['2月29日', '2028-02-29'],
		['Feb 29', '2028-02-29'],
		['20号', '2026-11-20'],
		['19号', '2026-12-19'],
		['31号', '2026-12-31'],
	])('%s is the next such day, today included', (text, day) => {
		expect(readDate(text, TODAY, 'zh-Hans')).toMatchObject({ day });
	});
});

describe('letters in two characters', () => {
	it.each([
		['12월 31일까지 povo', 'ko'],
		['povo ngày 31 tháng 12', 'vi'],
		['povo thứ năm tuần sau', 'vi'],
	])('%s is read in either form', (text, locale) => {
		const whole = readDate(text, TODAY, locale);
		expect(whole).toMatchObject({ kind: 'date', rest: 'povo' });
		expect(readDate(text.normalize('NFD'), TODAY, locale)).toEqual(whole);
	});
});

describe('the order of month and day', () => {
	it('is day and month in Vietnamese, unless the second number can only be a day', () => {
		expect(readDate('3/4', TODAY, 'vi')).toMatchObject({ day: '2027-04-03' });
		expect(readDate('12/31', TODAY, 'vi')).toMatchObject({ day: '2026-12-31' });
	});

	it('is read as month and day where both are possible', () => {
		for (const locale of ['en', 'ja']) expect(readDate('3/4', TODAY, locale)).toMatchObject({ day: '2027-03-04' });
	});

	it('is turned round in English where the first number can only be a day', () => {
		expect(readDate('31/12', TODAY, 'en')).toMatchObject({ day: '2026-12-31' });
		expect(readDate('31/12/2026', TODAY, 'en')).toMatchObject({ day: '2026-12-31' });
	});

	it('is not turned round in other languages', () => {
		expect(readDate('31/12', TODAY, 'ja')).toEqual({ kind: 'impossible', text: '31/12' });
	});
});

describe('a day of a week', () => {
	it('belongs to a week that begins on Monday', () => {
		expect(readDate('下周五', '2026-11-22', 'zh-Hans')).toMatchObject({ day: '2026-11-27' });
		expect(readDate('下周日', '2026-11-18', 'zh-Hans')).toMatchObject({ day: '2026-11-29' });
		expect(readDate('来週の月曜', '2026-11-22', 'ja')).toMatchObject({ day: '2026-11-23' });
	});

	it('without a week is the next one, today included', () => {
		expect(readDate('friday', TODAY, 'en')).toMatchObject({ day: TODAY });
		expect(readDate('金曜日', TODAY, 'ja')).toMatchObject({ day: TODAY });
		expect(readDate('周四', TODAY, 'zh-Hans')).toMatchObject({ day: '2026-11-26' });
	});

	it('that is said to be next is that of the next week, in English too', () => {
		expect(readDate('next friday', '2026-11-23', 'en')).toMatchObject({ day: '2026-12-04' });
		expect(readDate('friday next week', '2026-11-23', 'en')).toMatchObject({ day: '2026-12-04' });
		expect(readDate('next monday', '2026-11-22', 'en')).toMatchObject({ day: '2026-11-23' });
		expect(readDate('last sunday', '2026-11-22', 'en')).toMatchObject({ day: '2026-11-15' });
	});

	it('stands behind a date that says more', () => {
		expect(readDate('friday 2026-12-31', TODAY, 'en')).toMatchObject({ day: '2026-12-31' });
	});
});

describe('the end of a month', () => {
	it('is the last day also of a short or a leap month', () => {
		expect(readDate('月底', '2028-02-01', 'zh-Hans')).toMatchObject({ day: '2028-02-29' });
		expect(readDate('来月末', '2027-01-31', 'ja')).toMatchObject({ day: '2027-02-28' });
		expect(readDate('2月末', TODAY, 'ja')).toMatchObject({ day: '2027-02-28' });
	});

	it('is the last day of the year too', () => {
		expect(readDate('end of next month', TODAY, 'en')).toMatchObject({ day: '2026-12-31' });
	});
});

it('some months later in a shorter month is its last day', () => {
	for (const text of ['in 3 months', 'three months from now', '3ヶ月後', '三个月后']) {
		expect(readDate(text, '2026-11-29', 'en')).toMatchObject({ day: '2027-02-28' });
	}
	expect(readDate('in a year', '2028-02-29', 'en')).toMatchObject({ day: '2029-02-28' });
});

it('ten years ahead are the most', () => {
	expect(readDate('2036-11-20', TODAY, 'en')).toMatchObject({ day: '2036-11-20' });
	expect(readDate('2036-11-21', TODAY, 'en')).toMatchObject({ kind: 'impossible' });
});

it('a day with a year may be over', () => {
	expect(readDate('2025-06-01', TODAY, 'en')).toMatchObject({ day: '2025-06-01' });
});

it('the first of two dates counts', () => {
	expect(readDate('12月1日か12月5日', TODAY, 'ja')).toMatchObject({ day: '2026-12-01' });
	expect(readDate('31 Dec or 2026-12-01', TODAY, 'en')).toMatchObject({ day: '2026-12-31' });
});

it('only the first 400 characters are read', () => {
	expect(readDate(`${' '.repeat(390)}2026-12-31`, TODAY, 'en')).toMatchObject({ day: '2026-12-31' });
	expect(readDate(`${' '.repeat(391)}2026-12-31`, TODAY, 'en')).toBeUndefined();
	expect(readDate(`${'月'.repeat(400)}12月31日`, TODAY, 'ja')).toBeUndefined();
});

it('a date at the end of the 400 characters is not cut into another one', () => {
	expect(readDate(`${'x '.repeat(197)}12月31日 12月25日`.padEnd(500, 'x'), TODAY, 'ja')).toMatchObject({
		day: '2026-12-31',
	});
	expect(readDate(`${' '.repeat(396)}12/31 and more`, TODAY, 'en')).toBeUndefined();
});

describe('any text', () => {
	const PIECES = [
		'12',
		'31',
		'2026',
		'月',
		'日',
		'年',
		'后',
		'後',
		'週',
		'周',
		'/',
		'-',
		'.',
		' ',
		'in ',
		'dec ',
		'来月',
		'R8',
		'next ',
	];
	const text = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 500 }),
		fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.nat().map(String)), { maxLength: 200 }).map((all) => all.join('')),
	);
	const locale = fc.constantFrom('en', 'ja', 'zh-Hans', 'zh-Hant', 'ko', 'vi');
	const today = fc.date({ min: new Date('2020-01-01'), max: new Date('2080-12-31'), noInvalidDate: true });

	it('gives an existing day, or nothing, and never throws', () => {
		fc.assert(
			fc.property(text, today, locale, (words, date, language) => {
				const read = readDate(words, date.toISOString().slice(0, 10), language);
				if (read?.kind === 'date') expect(new Date(read.day).toISOString().slice(0, 10)).toBe(read.day);
			}),
			{ numRuns: 500 },
		);
	});

	it('finds any day that is written with its year', () => {
		fc.assert(
			fc.property(fc.integer({ min: -3650, max: 3650 }), (days) => {
				const day = new Date(Date.parse(TODAY) + days * DAY_IN_MS).toISOString().slice(0, 10);
				const [year, month, date] = day.split('-').map(Number);
				for (const words of [
					day,
					`${year}/${month}/${date}`,
					`${date}.${month}.${year}`,
					`${year}年${month}月${date}日`,
				]) {
					expect(readDate(`povo ${words}`, TODAY, 'ja')).toMatchObject({ kind: 'date', day, rest: 'povo' });
				}
			}),
		);
	});

	it('of 4,096 characters takes less than 50 ms', () => {
		readDate('warm 12月31日', TODAY, 'en');
		const hard = [...PIECES, '十', 'a', '1/', '12月', 'two weeks ', '下', '一', 'the day after '];
		const slowest = Math.max(...hard.map((piece) => milliseconds(piece.repeat(4096).slice(0, 4096))));
		expect(slowest).toBeLessThan(50);
	});

	it('of a million characters is as quick', () => {
		expect(milliseconds('12 '.repeat(333_333))).toBeLessThan(50);
	});

	/** The best of three: a pause of the machine is not the parser's. */
	function milliseconds(words: string): number {
		return Math.min(
			...[1, 2, 3].map(() => {
				const before = performance.now();
				readDate(words, TODAY, 'en');
				return performance.now() - before;
			}),
		);
	}
});
