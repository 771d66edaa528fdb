import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Way } from '../../src/answer/answer.ts';
import { createCompose } from '../../src/answer/compose.ts';
import { callText, openNowKey, openNowText } from '../../src/answer/open-now.ts';
import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import { loadI18n } from '../../src/content.ts';
import { createMethod, knowledgeFixture } from '../support/knowledge-fixture.ts';
import { content } from '../support/nokori.ts';

const i18n = loadI18n();
const LOCALES = ['en', 'ja', 'zh-Hans', 'zh-Hant', 'ko', 'vi'];
type Hours = NonNullable<Way['hours']>;

/** A Friday in Japan. */
const at = (time: string): number => Date.parse(`2026-11-20T${time}:00+09:00`);
const textsOf = (hours: Hours, time: string) =>
	LOCALES.map((locale) => openNowText({ hours }, at(time), i18n.translator(locale)));

const DAILY: Hours = [{ days: 'daily', from: '9:00', to: '20:00' }];

test.each<[string, Hours, string, string[]]>([
	[
		'open',
		DAILY,
		'12:00',
		[
			'open until 20:00 (Japan time)',
			'受付中（20:00まで、日本時間）',
			'服务中，到20:00（日本时间）',
			'服務中，到20:00（日本時間）',
			'운영 중, 20:00까지(일본 시간)',
			'đang mở, đến 20:00 (giờ Nhật)',
		],
	],
	[
		'closed until tomorrow',
		DAILY,
		'20:00',
		[
			'closed, opens tomorrow 9:00 (Japan time)',
			'時間外（明日9:00から、日本時間）',
			'非服务时间，明天9:00开始（日本时间）',
			'非服務時間，明天9:00開始（日本時間）',
			'운영 시간 아님, 내일 9:00부터(일본 시간)',
			'đang đóng, mở lúc 9:00 ngày mai (giờ Nhật)',
		],
	],
	[
		'closed over the weekend',
		[{ days: 'weekdays', from: '9:00', to: '17:00' }],
		'20:00',
		[
			'closed, opens Monday 9:00 (Japan time)',
			'時間外（月曜9:00から、日本時間）',
			'非服务时间，周一9:00开始（日本时间）',
			'非服務時間，週一9:00開始（日本時間）',
			'운영 시간 아님, 월요일 9:00부터(일본 시간)',
			'đang đóng, mở lúc 9:00 thứ Hai (giờ Nhật)',
		],
	],
	[
		'round the clock',
		[{ days: 'daily', from: '0:00', to: '24:00' }],
		'03:00',
		['open 24 hours', '24時間受付', '24小时服务', '24小時服務', '24시간 운영', 'mở 24 giờ'],
	],
])('%s is said in each language', (_name, hours, time, texts) => {
	expect(textsOf(hours, time)).toEqual(texts);
});

test('an end after midnight names its day', () => {
	const [en] = textsOf([{ days: 'daily', from: '18:00', to: '26:00' }], '23:00');
	expect(en).toBe('open until tomorrow 2:00 (Japan time)');
});

test('what is not known of the days is said beside it', () => {
	const [en, ja] = textsOf([{ from: '9:00', to: '20:00', holidays: 'closed' }], '12:00');
	expect(en).toBe('open until 20:00 (Japan time) · days not confirmed · closed on public holidays');
	expect(ja).toBe('受付中（20:00まで、日本時間） · 曜日は未確認 · 祝日休み');
});

test('nothing is said where nothing is known', () => {
	const t = i18n.translator('en');
	expect(openNowText({}, at('12:00'), t)).toBeUndefined();
	expect(callText({}, t)).toBeUndefined();
});

test('the price of a call is said in each language', () => {
	const said = (['free', 'charged', 'unknown'] as const).map((call) =>
		LOCALES.map((locale) => callText({ call }, i18n.translator(locale))),
	);
	expect(said).toEqual([
		['free call', '通話無料', '通话免费', '通話免費', '무료 통화', 'gọi miễn phí'],
		['charged call', '通話有料', '通话收费', '通話收費', '유료 통화', 'gọi tính phí'],
		['call price unknown', '通話料は未確認', '通话费未确认', '通話費未確認', '통화료 미확인', 'chưa rõ phí gọi'],
	]);
});

test('an answer carries the hours and the price of a call of each way', () => {
	const compose = createCompose(
		createCatalogue(
			knowledgeFixture(({ povo }) => {
				povo.support.methods = [
					createMethod({ method: 'phone', hours: [...DAILY], call: 'free' }),
					createMethod({ method: 'web' }),
				];
			}),
		),
	);
	const answer = compose({ procedure: 'contact-support', carrier: 'povo', locale: 'en' }, '2026-11-20');
	expect(answer?.ways[0]).toMatchObject({ hours: DAILY, call: 'free' });
	expect(Object.keys(answer?.ways[1] ?? {})).not.toContain('hours');
	expect(Object.keys(answer?.ways[1] ?? {})).not.toContain('call');
});

test('the key changes with the words, and with nothing else', () => {
	const { catalogue } = content();
	const carriers = catalogue.carriers.map(({ id }) => id);
	const supports = carriers.flatMap((id) => catalogue.procedure(id, 'contact-support') ?? []);
	expect(supports.flatMap(({ methods }) => methods).filter(({ hours }) => hours).length).toBeGreaterThan(10);
	const t = i18n.translator('en');
	const moment = fc.integer({ min: at('00:00'), max: at('00:00') + 50 * 86_400_000 });
	fc.assert(
		fc.property(fc.constantFrom(...supports), moment, moment, ({ methods }, one, other) => {
			const texts = (now: number) => methods.map(({ hours }) => openNowText(hours ? { hours } : {}, now, t));
			const isSame = JSON.stringify(texts(one)) === JSON.stringify(texts(other));
			expect(openNowKey(methods, one) === openNowKey(methods, other)).toBe(isSame);
		}),
	);
});
