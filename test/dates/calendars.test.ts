import { expect, it } from 'vitest';
import { readDate } from '../../src/dates/parse/read-date.ts';
import { ERAS, NO_OTHERS, NO_TIMES, OTHER_CALENDARS, SEVERAL, TIMES } from './calendar-words.ts';

/** A Friday. */
const TODAY = '2026-11-20';

it.each(ERAS)('%s in %s is %s', (text, locale, day) => {
	expect(readDate(`visa ${text}`, TODAY, locale)).toMatchObject({ kind: 'date', day, rest: 'visa' });
	expect(readDate(`visa ${text}`, TODAY, locale)).not.toHaveProperty('repeats');
});

it('a year of three digits is one of the Republic of China only where people count so', () => {
	for (const locale of ['en', 'ja', 'zh-Hans']) {
		expect(readDate('116年3月1日', TODAY, locale)).toMatchObject({ kind: 'impossible' });
		expect(readDate('116/03/01', TODAY, locale)).toBeUndefined();
	}
	expect(readDate('0120-116-03-01', TODAY, 'zh-Hant')).toBeUndefined();
});

it.each(OTHER_CALENDARS)('%s is of another calendar, and impossible', (text) => {
	for (const locale of ['en', 'ja', 'zh-Hans', 'zh-Hant', 'ko', 'vi']) {
		expect(readDate(`visa ${text}`, TODAY, locale)).toEqual({ kind: 'impossible', text });
	}
});

it('words of another calendar that are no day are nothing', () => {
	for (const text of [
		'农历',
		'農曆版',
		'お正月',
		'buddhist temple',
		'chinese sim',
		'12月初一起去',
		'Ramadan',
		'mehr',
	]) {
		expect(readDate(text, TODAY, 'en'), text).toBeUndefined();
	}
});

it.each(SEVERAL)('%s in %s is %s and %s', (text, locale, day, others) => {
	expect(readDate(`povo ${text}`, TODAY, locale)).toMatchObject({ kind: 'date', day, others, rest: 'povo' });
});

it('a range that has begun is not that of next year', () => {
	for (const text of ['11月15日〜25日', '11/15-25', 'Nov 15-25', 'Nov 15 to Nov 25', '15 to 25 November']) {
		expect(readDate(text, TODAY, 'en')).toMatchObject({ day: '2026-11-15', others: ['2026-11-25'] });
	}
	expect(readDate('Nov 10-15', TODAY, 'en')).toMatchObject({ day: '2027-11-10', others: ['2027-11-15'] });
});

it('a range to a day that does not exist is only its first day', () => {
	expect(readDate('12月1日から180日', TODAY, 'ja')).toMatchObject({ day: '2026-12-01' });
	expect(readDate('12月1日から180日', TODAY, 'ja')).not.toHaveProperty('others');
});

it.each(NO_OTHERS)('%s is one day', (text, day, rest) => {
	const read = readDate(text, TODAY, 'en');
	expect(read).toMatchObject({ kind: 'date', day, rest });
	expect(read).not.toHaveProperty('others');
});

it.each(TIMES)('of %s the time is %s', (text, time, rest) => {
	expect(readDate(text, TODAY, 'en')).toMatchObject({ kind: 'date', time, rest });
});

it.each(NO_TIMES)('%s has no time of day', (text) => {
	const read = readDate(text, TODAY, 'en');
	expect(read?.kind).toBe('date');
	expect(read).not.toHaveProperty('time');
});

it.each([
	...['31 December 2027', '5 March next year', '2027-03-05', '12/31/2027', '31.12.2027', '来年3月5日', '令和9年3月5日'],
	...['R9.3.5', '民國116年3月5日', '明年3月5号', '27年3月5日', 'tomorrow', 'in 3 days', 'next friday', '来週', '月底'],
	...['来月5日', 'Dec 1-5, 2026', '2026/12/1-5', 'end of next year'],
])('%s leaves open no year', (text) => {
	expect(readDate(`povo ${text}`, TODAY, 'ja')).not.toHaveProperty('repeats');
});

it.each([
	...['31 December', 'Dec 31', '12/31', '12月31日', '十二月三十一号', '12月末', 'Dec 1-5', '12月1日〜5日', '12/1-5'],
	...['povo 2025: Dec 31', 'R8 12/31'],
])('%s leaves the year open', (text) => {
	expect(readDate(text, TODAY, 'ja')).toMatchObject({ kind: 'date', repeats: 'year' });
});

it.each([
	['the month', 'on the 15th', 'month'],
	['the month', '15号', 'month'],
	['the week', 'Friday', 'week'],
	['the week', '金曜日', 'week'],
	['the week', '周五', 'week'],
])('%s is left open by “%s”', (_what, text, repeats) => {
	expect(readDate(text, TODAY, 'en')).toMatchObject({ kind: 'date', repeats });
});
