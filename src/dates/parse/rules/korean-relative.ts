import { inWeek, later, nextWeekday } from '../calendar.ts';
import { createRule, type DateRule } from '../rule.ts';
import { numberOf, readNumber, WEEKDAYS } from './korean-words.ts';

const WEEKS = { '다다음\\s?주': 2, '(?:다음|담)\\s?주|차주': 1, '이번\\s?주|금주': 0, '(?:지난|저번)\\s?주': -1 };
const WEEK = `(?<weekWord>${Object.keys(WEEKS).join('|')})(?:의)?`;

/** 다음 주 금요일: weeks begin on Monday. */
const dayOfWeek = createRule(
	new RegExp(`${WEEK}\\s?(?<weekday>[${WEEKDAYS}])요일`, 'g'),
	({ weekWord, weekday = '' }, { today }) => inWeek(numberOf(WEEKS, weekWord), WEEKDAYS.indexOf(weekday) + 1, today),
);

/** 다음 주: so many weeks from today. 이번 주 alone is no day. */
const wholeWeeks = createRule(new RegExp(WEEK, 'g'), ({ weekWord }, { today }) => {
	const weeks = numberOf(WEEKS, weekWord);
	return weeks > 0 ? later({ weeks }, today) : undefined;
});

const COUNTED = ['한', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉', '열'];
const SPANS: Readonly<Record<string, number>> = {
	하루: 1,
	이틀: 2,
	사흘: 3,
	나흘: 4,
	닷새: 5,
	일주일: 7,
	열흘: 10,
	보름: 15,
};

/** 30일 후, 두 달 뒤, 일주일 뒤, 반년 후. Without the word for "later" it would be a length of time. */
const amountLater = createRule(
	new RegExp(
		`(?<![\\d.,])(?:(?<span>${Object.keys(SPANS).join('|')})|(?<half>반년)|(?<number>\\d{1,4}|${COUNTED.join('|')}|석|넉|일|이|삼|사|육)\\s?(?:(?<days>일)|(?<weeks>주일?)|(?<months>개월|달)|(?<years>년|해)))\\s?(?:후|뒤|이따|있다가)`,
		'g',
	),
	({ span, half, number = '', days, weeks, months }, { today }) => {
		if (span !== undefined) return later({ days: SPANS[span] ?? 0 }, today);
		if (half !== undefined) return later({ months: 6 }, today);
		const native = number === '석' ? 3 : number === '넉' ? 4 : COUNTED.indexOf(number) + 1;
		const amount = native > 0 ? native : readNumber(number);
		const unit = days ? 'days' : weeks ? 'weeks' : months ? 'months' : 'years';
		return later({ [unit]: amount }, today);
	},
);

const DAYS = { '내일\\s?모레|모레|낼모레': 2, 글피: 3, '내일|낼': 1, 오늘: 0, '그저께|그제|엊그제': -2, 어제: -1 };

/** 오늘, 내일, 모레. */
const dayWord = createRule(
	new RegExp(`(?<![가-힣])(?<day>${Object.keys(DAYS).join('|')})`, 'g'),
	({ day }, { today }) => later({ days: numberOf(DAYS, day) }, today),
);

/** 금요일: the next one, today included. */
const weekday = createRule(
	new RegExp(`(?<![매${WEEKDAYS}])(?<weekday>[${WEEKDAYS}])요일(?!마다)`, 'g'),
	({ weekday: day = '' }, { today }) => nextWeekday(WEEKDAYS.indexOf(day) + 1, today),
	() => 'week',
);

export const KOREAN_RELATIVE: readonly DateRule[] = [dayOfWeek, wholeWeeks, amountLater];

/** A day only where nothing else is one. */
export const WEAK_KOREAN: readonly DateRule[] = [weekday, dayWord];
