import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReminderRequest } from '../../src/understand/reminder-request.ts';
import { content, TODAY } from '../support/nokori.ts';
import { NO_REQUESTS } from './no-reminder-words.ts';
import { NAMES, REQUESTS } from './reminder-words.ts';
import { MORE_NO_REQUESTS, MORE_REQUESTS } from './reminder-words-ko-vi.ts';

function read(text: string, locale = 'en'): ReminderRequest {
	return content().interpret(text, { today: TODAY, locale }).reminder;
}

describe.each(Object.entries({ ...REQUESTS, ...MORE_REQUESTS }))('in %s', (locale, requests) => {
	test.each(requests)('%s asks for a reminder called %j', (text, name) => {
		expect(read(text, locale)).toMatchObject({ asks: true, name });
	});
});

describe.each(Object.entries({ ...NO_REQUESTS, ...MORE_NO_REQUESTS }))('in %s', (locale, texts) => {
	test.each(texts)('%s asks for no reminder', (text) => {
		expect(read(text, locale).asks).toBe(false);
	});
});

test.each(NAMES)('behind a command %j is called %j, and that it is an end is %s', (text, name, isEnd) => {
	expect(read(text)).toMatchObject({ name, isEnd });
});

test.each([
	['remind me that my visa expires on 1 Mar 2027', true],
	['remind me to top up povo on Jan 15', false],
	['remind me before it expires to top up, on Jan 15', false],
	['12月31日までにリマインドして', false],
	['povoは12月31日まで、リマインドして', true],
	['提醒我12月15日充povo', false],
	['我的签证2027年3月1日到期，到时候提醒我', true],
	['povo 12月31日到期前提醒我', false],
	['我的簽證2027年3月1日到期，到時提醒我', true],
])('that the day of %j is the end of something is %s', (text, isEnd) => {
	expect(read(text).isEnd).toBe(isEnd);
});

test.each([
	['提醒我12月15日充povo', 'povo'],
	['povoの期限を通知してほしい', 'povo'],
	['提醒我下個月5號儲值povo', 'povo'],
	['remind me on Jan 15 that docommo needs a topping', 'docomo'],
	['明天提醒我续费', undefined],
])('the carrier of %j is %s', (text, carrier) => {
	expect(content().interpret(text, { today: TODAY, locale: 'zh-Hans' }).carrier).toBe(carrier);
});

test('whatever is written, a name is one short line without control characters', () => {
	const texts = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 500 }),
		fc.string({ unit: 'grapheme', maxLength: 200 }),
		fc
			.array(
				fc.constantFrom(
					'remind me ',
					'提醒我',
					'12月5日',
					'povo',
					'を',
					'(',
					' ',
					'\n',
					'\u202e',
					'👨‍👩‍👧',
					'ﷺ',
					'visa ',
				),
				{
					maxLength: 60,
				},
			)
			.map((parts) => parts.join('')),
	);
	fc.assert(
		fc.property(texts, (text) => {
			const { name } = read(text, 'ja');
			expect(name.length).toBeLessThanOrEqual(40);
			expect(name).not.toMatch(/[\p{Cc}\ue000-\ue002\u202a-\u202e]/u);
			expect(name).toBe(name.trim());
		}),
		{ numRuns: 300 },
	);
});

test('a name of 4,096 characters is read in no time', () => {
	read('warm 12月31日');
	for (const piece of [
		'提醒',
		'忘れないように',
		'set ',
		'remind me ',
		'{day}',
		'の',
		' ',
		'12月5日に',
		'會通知',
		'，',
	]) {
		const before = process.cpuUsage();
		read(piece.repeat(4096).slice(0, 4096), 'ja');
		const { user, system } = process.cpuUsage(before);
		expect((user + system) / 1000, piece).toBeLessThan(400);
	}
});
