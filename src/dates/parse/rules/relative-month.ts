import { endOfMonth, inMonth, later, nextSuchDate, nextSuchDay } from '../calendar.ts';
import { NUMBER, readNumber } from '../numerals.ts';
import { createRule, partsOf } from '../rule.ts';

/** Longer words first: the beginning of 下下个月 is not 下个月. */
const MONTHS: Readonly<Record<string, number>> = {
	下下个月: 2,
	下下個月: 2,
	再来月: 2,
	再來月: 2,
	さ来月: 2,
	下个月: 1,
	下個月: 1,
	下月: 1,
	来月: 1,
	來月: 1,
	上个月: -1,
	上個月: -1,
	先月: -1,
	这个月: 0,
	這個月: 0,
	这月: 0,
	這月: 0,
	今月: 0,
	本月: 0,
	当月: 0,
};
const MONTH = `(?<month>${Object.keys(MONTHS).join('|')})の?\\s?`;

/** 来月5日, 下个月5号. */
export const dayOfMonth = createRule(
	new RegExp(`${MONTH}(?<date>${NUMBER})\\s?[日号號](?![間间])`, 'g'),
	({ month = '', date = '' }, { today }) => inMonth(MONTHS[month] ?? 0, readNumber(date), today),
);

/** 今月末, 下个月底; with no word of a month it is this one's end: 月末, 月底. */
export const monthEnd = createRule(
	new RegExp(`(?:${MONTH}(?:末日?|底|月末|月底|最後の日|最后一天|最後一天)|(?<![\\d個个ヶかカ])(?:月末|月底))`, 'g'),
	({ month = '' }, { today }) => endOfMonth(MONTHS[month] ?? 0, today),
);

/** 12月末, 12月底. */
export const endOfNamedMonth = createRule(
	new RegExp(`(?<!\\d)(?<month>${NUMBER})月(?:末日?|底)`, 'g'),
	({ month = '' }, { today }) => lastDayOf(readNumber(month), today),
);

/** 来月: the same day of it, or its last one. */
export const sameDay = createRule(/(?<!再)(?:来月|來月|下个月|下個月)/g, (_, { today }) => later({ months: 1 }, today));

/** 15号: the next 15th. Without a month only these words name a day; 15日 may be a length of time. */
export const plainDate = createRule(
	/(?<![\w月第])(?<date>\d{1,2})\s?[号號](?![线線店馆館楼樓门門机機车車码碼])/g,
	({ date }, { today }) => nextSuchDate(Number(date), today),
);

function lastDayOf(month: number, today: string): string {
	const first = nextSuchDay(month, 1, today);
	if (first === 'impossible') return first;
	const away = (month - partsOf(today).month + 12) % 12;
	return endOfMonth(away, today);
}
