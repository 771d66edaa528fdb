import type { DurationLikeObject } from 'luxon';
import { later } from '../calendar.ts';
import { NUMBER, readNumber } from '../numerals.ts';
import { createRule } from '../rule.ts';

const UNITS = {
	days: '日|天',
	weeks: '週間|周|週|个?星期|個星期|个?礼拜|個?禮拜',
	months: '[かヶヵカケ箇]月|个月|個月',
	years: '年',
} as const satisfies DurationLikeObjectNames;

type DurationLikeObjectNames = Partial<Record<keyof DurationLikeObject, string>>;

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
