import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	allNumbers,
	allQuantities,
	claimedNumbers,
	claimedQuantities,
} from '../../../src/catalogue/rules/number-tokens.ts';

test.each([
	['4,950円', ['4950']],
	['4950 yen, 500-10,000 yen', ['4950', '500', '10000']],
	['1万円', ['10000']],
	['０．５ＧＢ', ['0.5']],
	['0120-800-000', ['0120800000']],
	['0120 800 000', ['0120800000']],
	['0077-7-111', ['00777111']],
	['+81-3-6670-6944', ['0366706944']],
	['+81 (0)3 6670 6944', ['0366706944']],
	['1-888-555-1234', ['18885551234']],
	['拨157', ['157']],
	['*#1345#', ['1345']],
	['10:00-19:00', ['10:00', '19:00']],
	['9 a.m. to 8 p.m.', ['9:00', '20:00']],
	['午前9時から午後8時30分', ['9:00', '20:30']],
	['上午9点到晚上8点', ['9:00', '20:00']],
	['24時間', ['24']],
	['September 2021', ['2021', 'month 9']],
	['2021年9月', ['2021', 'month 9']],
	['26 March 2025', ['2025', 'month 3', '26']],
	['March 26, 2025', ['2025', 'month 3', '26']],
	['2025年3月26日', ['2025', 'month 3', '26']],
	['2025-03-26', ['2025', 'month 3', '26']],
	['in October', ['month 10']],
	['10月', ['month 10']],
	['on the 26th', ['26']],
	['毎月26日', ['26']],
	['3か月', ['3']],
	['3个月', ['3']],
	['6-month', ['6']],
	['¥5', ['5']],
	['1%', ['1']],
])('%s claims %j', (text, numbers) => {
	expect([...claimedNumbers(text)].sort()).toEqual([...numbers].sort());
});

test.each([
	'5G and LTE',
	'povo2.0',
	'povo 2.0',
	'iOS17.4',
	'iOS 17',
	'3D Secure',
	'au Nano IC Card',
	'plus.acs.jp.v6',
	'databonus24@bonus.povo.jp',
	'https://faq.povo.jp/faq/show/904',
	'docomo.ne.jp',
	'mio2@iij',
	'7-Eleven',
	'7-11',
	'You may not 3',
	'one of 3 ways',
	'2つ目',
	'1回以上',
	'至少1次',
])('%s claims nothing', (text) => {
	expect([...claimedNumbers(text)]).toEqual([]);
});

test('a source supports single digits without a unit too', () => {
	expect([...allNumbers('one of 3 ways')]).toEqual(['3']);
});

test('full-width and half-width digits claim the same number', () => {
	fc.assert(
		fc.property(fc.integer({ min: 10, max: 999_999 }), (number) => {
			const wide = String(number).replace(/\d/g, (digit) => String.fromCodePoint(Number(digit) + 0xff10));
			expect(claimedNumbers(`${wide}円`)).toEqual(claimedNumbers(`${number.toLocaleString('en')} yen`));
		}),
	);
});

test.each([
	['30日以内', '30 day'],
	['30 days', '30 day'],
	['30円', '30 yen'],
	['￥30', '30 yen'],
	['30 ヶ月', '30 month'],
	['the 25th', '25 date'],
	['6月30日', 'month 6 date, 30 date'],
	['20GB', '20 GB'],
	['20ギガ', '20 GB'],
	['7 or 14 days', '14 day, 7 day'],
	['7～14日間', '14 day, 7 day'],
	['call 151', '151'],
])('%s counts %s', (text, quantities) => {
	expect(
		claimedQuantities(text)
			.map(({ value, unit }) => [value, unit].join(' ').trim())
			.join(', '),
	).toBe(quantities);
});

test('a number of many pages is read in time that grows with them', () => {
	expect(allQuantities('30円、'.repeat(20_000))).toHaveLength(20_000);
});
