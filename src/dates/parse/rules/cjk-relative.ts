import type { DurationLikeObject } from 'luxon';
import { inWeek, later, nextWeekday } from '../calendar.ts';
import { NUMBER, readNumber } from '../numerals.ts';
import { createRule } from '../rule.ts';

const UNITS = {
	days: '日|天',
	weeks: '週間|周|週|个?星期|個星期|个?礼拜|個?禮拜',
	months: '[かヶヵカケ箇]月|个月|個月',
	years: '年',
} as const satisfies Partial<Record<keyof DurationLikeObject, string>>;

const UNIT = Object.entries(UNITS)
	.map(([name, words]) => `(?<${name}>${words})`)
	.join('|');

/** 30日後, 三十天后, 两周后. Without the word for "later" it would be a length of time. */
export const amountLater = createRule(
	new RegExp(`(?<![\\d.,])(?<number>${NUMBER})\\s?(?:${UNIT})\\s?[之以]?[后後]`, 'g'),
	(groups, { today }) => {
		const unit = Object.keys(UNITS).find((name) => groups[name] !== undefined);
		const number = readNumber(groups['number'] ?? '');
		return unit === undefined || Number.isNaN(number) ? undefined : later({ [unit]: number }, today);
	},
);

/** 半年后, 半年後. */
export const halfAYearLater = createRule(/半年[之以]?[后後]/g, (_, { today }) => later({ months: 6 }, today));

/** Longer words first: the beginning of 下下周 is not 下周. */
const WEEKS: Readonly<Record<string, number>> = {
	下下周: 2,
	下下週: 2,
	下下个星期: 2,
	下下個星期: 2,
	再来週: 2,
	さ来週: 2,
	下周: 1,
	下週: 1,
	下个星期: 1,
	下個星期: 1,
	下星期: 1,
	下个礼拜: 1,
	下個禮拜: 1,
	下礼拜: 1,
	下禮拜: 1,
	来週: 1,
	來週: 1,
	这周: 0,
	這週: 0,
	这个星期: 0,
	這個星期: 0,
	这星期: 0,
	這星期: 0,
	本周: 0,
	本週: 0,
	今週: 0,
	上周: -1,
	上週: -1,
	先週: -1,
};
const WEEKDAYS: Readonly<Record<string, number>> = {
	月: 1,
	火: 2,
	水: 3,
	木: 4,
	金: 5,
	土: 6,
	一: 1,
	二: 2,
	三: 3,
	四: 4,
	五: 5,
	六: 6,
	日: 7,
	天: 7,
};
const WEEK = `(?<week>${Object.keys(WEEKS).join('|')})`;
const WEEKDAY = `(?<weekday>[${Object.keys(WEEKDAYS).join('')}])`;

/** 来週の金曜, 下周五: in the week that begins on Monday, as both languages count it. */
export const dayOfWeek = createRule(
	new RegExp(`${WEEK}の?\\s?${WEEKDAY}(?:曜日?)?`, 'g'),
	({ week = '', weekday = '' }, { today }) => inWeek(WEEKS[week] ?? 0, WEEKDAYS[weekday] ?? 1, today),
);

/** 再来週: so many weeks from today. 今週 alone is no day. */
export const wholeWeeks = createRule(new RegExp(WEEK, 'g'), ({ week = '' }, { today }) => {
	const weeks = WEEKS[week] ?? 0;
	return weeks > 0 ? later({ weeks }, today) : undefined;
});

/** 金曜日, 周五, 星期五: the next one, today included. 一周三次 is no day. */
export const plainWeekday = createRule(
	/(?:(?<japanese>[月火水木金土日])曜日?|(?<![一二两兩三四五六七八九十\d每上下这這本个個])(?:周|週|星期|礼拜|禮拜)(?<chinese>[一二三四五六日天])(?![次天个個年]))/g,
	({ japanese, chinese }, { today }) => {
		return nextWeekday(WEEKDAYS[japanese ?? chinese ?? ''] ?? 1, today);
	},
	() => 'week',
);
