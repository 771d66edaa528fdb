import fc from 'fast-check';
import ICAL from 'ical.js';
import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { type IcsOptions, toIcs } from '../../src/reminders/ics.ts';

const NOW = Date.UTC(2026, 10, 20, 3, 4, 5);
const OPTIONS = {
	title: 'povo2.0: top up',
	description: 'Buy a topping.',
	ends: '2026-12-31',
	timeZone: 'Asia/Tokyo',
	id: 'abcd1234',
	now: NOW,
} as const satisfies IcsOptions;

const TEXTS = [
	[
		'en',
		'Top up, or the line stops; see "Settings" \\ Plan',
		'First, pay.\nThen: 50% off; C:\\new, <b>&amp;</b> 📱👨‍👩‍👧‍👦',
	],
	[
		'ja',
		'基本料0円、180日以内にトッピングを購入；停止まで残り30日',
		'購入しないと、回線は停止します。\n「povo2.0」，からだに🇯🇵が゛ﾞ'.repeat(5),
	],
	['zh-Hans', '180天内购买流量包，否则停机；请尽快充值', '停机后，30天内可恢复；\n之后合约自动解除。😀\\n'.repeat(6)],
	[
		'zh-Hant',
		'180天內購買加值，否則停話；請儘快儲值',
		'停話後，30天內可恢復；\n之後合約自動解除。𠮷野家\t完'.repeat(6),
	],
] as const;

/** The one event of the file, as another program reads it. */
function read(file: string): { calendar: ICAL.Component; event: ICAL.Component; alarms: ICAL.Component[] } {
	const calendar = new ICAL.Component(ICAL.parse(file));
	const [event, ...others] = calendar.getAllSubcomponents('vevent');
	if (!event || others.length > 0) {
		throw new Error('The file should hold one event.');
	}
	return { calendar, event, alarms: event.getAllSubcomponents('valarm') };
}

function value(component: ICAL.Component, property: string): string {
	return String(component.getFirstPropertyValue(property));
}

/** When the alarms ring on a device in this zone: days off the calendar first, then hours (RFC 5545, 3.3.6). */
function ringing(file: string, zone: string): (string | null)[] {
	const { event, alarms } = read(file);
	const midnight = DateTime.fromISO(value(event, 'dtstart'), { zone });
	return alarms.map((alarm) => {
		const trigger = alarm.getFirstPropertyValue('trigger') as ICAL.Duration;
		expect(trigger.isNegative).toBe(true);
		const { weeks, days, hours, minutes, seconds } = trigger;
		return midnight.minus({ weeks, days }).minus({ hours, minutes, seconds }).toISO({ suppressMilliseconds: true });
	});
}

function expectWellFormed(file: string): void {
	expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
	const lines = file.split('\r\n');
	expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
	expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([]);
	expect(Buffer.from(file).toString()).toBe(file);
}

test('a calendar file holds one private all-day event that blocks no time', () => {
	const { calendar, event } = read(toIcs({ ...OPTIONS, url: 'https://povo.jp/spec/?a=1,2;b' }));
	expect(value(calendar, 'prodid')).toContain('Nokori');
	expect(value(calendar, 'method')).toBe('PUBLISH');
	expect(value(calendar, 'x-wr-timezone')).toBe('Asia/Tokyo');
	const start = event.getFirstPropertyValue('dtstart') as ICAL.Time;
	expect([start.toString(), start.isDate]).toEqual(['2026-12-31', true]);
	expect(new ICAL.Event(event).duration.toString()).toBe('P1D');
	expect(value(event, 'transp')).toBe('TRANSPARENT');
	expect(value(event, 'class')).toBe('PRIVATE');
	expect(value(event, 'url')).toBe('https://povo.jp/spec/?a=1,2;b');
});

test('the stamp is the time given, not the real clock', () => {
	expect(value(read(toIcs(OPTIONS)).event, 'dtstamp')).toBe('2026-11-20T03:04:05Z');
	expect(toIcs(OPTIONS)).toBe(toIcs(OPTIONS));
});

test('the alarms show the title 30, 7 and 1 days before at 10:00 in Tokyo', () => {
	const file = toIcs(OPTIONS);
	expect(read(file).alarms.map((alarm) => [value(alarm, 'action'), value(alarm, 'description')])).toEqual(
		Array(3).fill(['DISPLAY', OPTIONS.title]),
	);
	expect(ringing(file, 'Asia/Tokyo')).toEqual([
		'2026-12-01T10:00:00+09:00',
		'2026-12-24T10:00:00+09:00',
		'2026-12-30T10:00:00+09:00',
	]);
});

test('in New York the alarms ring at 10:00 too where summer time ends in between', () => {
	expect(ringing(toIcs({ ...OPTIONS, ends: '2026-11-08', timeZone: 'America/New_York' }), 'America/New_York')).toEqual([
		'2026-10-09T10:00:00-04:00',
		'2026-11-01T10:00:00-05:00',
		'2026-11-07T10:00:00-05:00',
	]);
});

test('every day of two years rings 30, 7 and 1 days before at 10:00 in either zone', () => {
	for (let day = DateTime.utc(2027, 1, 1); day.year < 2029; day = day.plus({ days: 1 })) {
		const file = toIcs({ ...OPTIONS, ends: day.toFormat('yyyy-MM-dd') });
		const expected = [30, 7, 1].map((days) => day.minus({ days }).toFormat("yyyy-MM-dd'T'10:00:00"));
		for (const zone of ['Asia/Tokyo', 'America/New_York']) {
			expect(ringing(file, zone).map((time) => time?.slice(0, 19))).toEqual(expected);
		}
	}
});

test('the same reminder keeps its UID whatever else changes, another one has another', () => {
	const uid = (more: Partial<IcsOptions>) => value(read(toIcs({ ...OPTIONS, ...more })).event, 'uid');
	expect(uid({ title: 'Other', ends: '2027-01-31', now: NOW + 1 })).toBe(uid({}));
	expect(uid({ id: 'efgh5678' })).not.toBe(uid({}));
});

test.each(TEXTS)('texts in %s come back as they were', (_locale, title, description) => {
	const file = toIcs({ ...OPTIONS, title, description });
	const { event, alarms } = read(file);
	expect(value(event, 'summary')).toBe(title);
	expect(value(event, 'description')).toBe(description);
	expect(alarms.map((alarm) => value(alarm, 'description'))).toEqual([title, title, title]);
	expectWellFormed(file);
});

test('line ends of all kinds become one, and control characters go', () => {
	const { event } = read(toIcs({ ...OPTIONS, description: 'a\r\nb\rc\nd\u0000\u0007\u001b\u007fe\tf' }));
	expect(value(event, 'description')).toBe('a\nb\nc\nde\tf');
});

test('a text cannot add lines of its own', () => {
	const evil = 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\rATTACH:https://example.com/';
	const { event } = read(toIcs({ ...OPTIONS, title: evil, description: evil, id: evil }));
	expect(event.getFirstProperty('attach')).toBeNull();
	expect(value(event, 'summary')).toBe(evil.replaceAll(/\r\n?/g, '\n'));
});

test('without a title or a description the file is still one', () => {
	const { event, alarms } = read(toIcs({ ...OPTIONS, title: '', description: '' }));
	expect(value(event, 'summary')).toBe('Nokori');
	expect(alarms.map((alarm) => value(alarm, 'description'))).toEqual(['Nokori', 'Nokori', 'Nokori']);
	expect(event.getFirstProperty('description')).toBeNull();
});

test.each(['1999-01-01', '2024-02-29', '2126-12-31'])('%s is written however far away', (ends) => {
	expect(value(read(toIcs({ ...OPTIONS, ends })).event, 'dtstart')).toBe(ends);
});

test.each([
	[{ ends: '2026-02-31' }, '"2026-02-31" is no day'],
	[{ ends: '2026-12' }, '"2026-12" is no day'],
	[{ timeZone: 'Tokyo\r\nX:1' }, 'is no time zone for a calendar file: give an IANA name'],
	[{ url: 'povo.jp' }, /^No calendar file for reminder "abcd1234": url must be like https:\/\/example.com\/path$/],
	[{ now: Number.NaN }, 'No calendar file for reminder "abcd1234": timestamp must be'],
])('%j is refused with a sentence', (wrong, sentence) => {
	expect(() => toIcs({ ...OPTIONS, ...wrong })).toThrow(sentence);
});

test('any text comes back, but for line ends and control characters, in lines of 75 bytes', () => {
	const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ unit: 'grapheme', maxLength: 400 }));
	const odd = fc.array(
		fc.constantFrom('\\', ',', ';', ':', '\n', '\r', '\t', ' ', 'n', '電', '😀', '"', '\u2028', '\ud800'),
	);
	const any = fc.oneof(
		text,
		odd.map((parts) => parts.join('')),
	);
	fc.assert(
		fc.property(any, any, (title, description) => {
			const file = toIcs({ ...OPTIONS, title, description });
			expectWellFormed(file);
			const { event, alarms } = read(file);
			expect(value(event, 'summary')).toBe(kept(title) || 'Nokori');
			expect(event.getFirstPropertyValue('description') ?? '').toBe(kept(description));
			expect(alarms.map((alarm) => value(alarm, 'description'))).toEqual(Array(3).fill(kept(title) || 'Nokori'));
		}),
		{ numRuns: 500 },
	);
});

/** What is left of a text in a calendar file. */
function kept(text: string): string {
	const lines = text.toWellFormed().split(/\r\n|\r|\n/);
	const isKept = (one: string) => one === '\t' || (one >= ' ' && one !== '\u007f');
	return lines.map((line) => [...line].filter(isKept).join('')).join('\n');
}
