import { DateTime } from 'luxon';
import type { Deadline } from '../catalogue/schema.ts';
import { addDays, daysBetween } from '../dates/day.ts';

/** What a rule gives for one day; all days as 2026-12-31. */
export type Applied = {
	/** The day that all is about: on it, or at its close where a plan ends, `then` happens. */
	ends: string;
	then: Deadline['then'];
	/** What happens later still if nobody acts, and when. */
	grace?: { day: string; then: Deadline['then'] };
	/** The last day on which the carrier accepts what saves the line. Left out where that is up to `ends` itself. */
	leadDay?: string;
};

/**
 * How many days after the named day the carrier begins to count.
 *
 * povo counts "from the day after" the last topping ends: ended on 31 January, the 180 days run from 1 February to 30 July,
 * the last safe day, and on 31 July the line may be stopped. An activation is itself the first day (the same text). A recharge
 * is good for so many days after the day of the recharge. A plan's end is its last usable day (b-mobile's "Service End Date",
 * the last of docomo's 7 or 14 days), at the close of which it stops: with 0 days it ends on that very day.
 */
const COUNTED_FROM: Readonly<Record<Deadline['from'], number>> = {
	'last-paid-topping-end': 1,
	'last-top-up': 0,
	activation: 0,
	'plan-end': 0,
};

/** What the carrier's rule says for the day (as 2026-12-31) on which that happened which the rule counts from. */
export function applyRule(deadline: Deadline, from: string): Applied {
	const ends = addDays(from, COUNTED_FROM[deadline.from] + deadline.days);
	const { graceDays, graceThen, leadDays } = deadline;
	return {
		ends,
		// biome-ignore lint/suspicious/noThenProperty: the word of the data format; the object is never awaited.
		then: deadline.then,
		// biome-ignore lint/suspicious/noThenProperty: the same.
		...(graceDays && graceThen ? { grace: { day: addDays(ends, graceDays), then: graceThen } } : {}),
		...leadOf(deadline, ends, leadDays),
	};
}

/** Where the carrier counts from the day after, the day before `ends` is the last safe one, whatever else it asks for. */
function leadOf({ from }: Deadline, ends: string, leadDays = COUNTED_FROM[from]): Pick<Applied, 'leadDay'> {
	return leadDays > 0 ? { leadDay: addDays(ends, -leadDays) } : {};
}

/** Days before the last day on which a person is told. */
const NOTICE_DAYS = [30, 7, 1];
/** After breakfast, and before the shops and desks have closed. */
const NOTICE_HOUR = 10;

/** When to tell a person: 30, 7 and 1 days before the day (or its lead day), at 10:00 there, in milliseconds since 1970. */
export function noticesFor(ends: string, timeZone: string): number[] {
	return NOTICE_DAYS.map((before) => noticeOn(addDays(ends, -before), timeZone));
}

type NoticeQuestion = {
	ends: string;
	/** The lead day of the rule, if it has one: it counts instead of `ends`, for it is the last day to act. */
	leadDay?: string | undefined;
	timeZone: string;
	/** Notices up to this moment are over, in milliseconds since 1970. */
	after: number;
	/** A notice was just delivered: the one on the day itself is not added to it. */
	told?: boolean;
	/** Only on the day itself. */
	isOnce?: boolean;
};

/**
 * The next notice in milliseconds since 1970, always later than `after`. Where all three are over before anybody was told,
 * the last chance is 10:00 on the day itself. Undefined when nothing is left.
 */
export function nextNotice(question: NoticeQuestion): number | undefined {
	const { ends, leadDay, timeZone, after, told = false, isOnce = false } = question;
	const last = leadDay ?? ends;
	const before = isOnce ? [] : noticesFor(last, timeZone);
	const onTheDay = told ? [] : [noticeOn(last, timeZone)];
	return [...before, ...onTheDay].find((notice) => notice > after);
}

/** The same hour and day by the clocks of another time zone. */
export function moveNotice(due: number, from: string, to: string): number {
	return DateTime.fromMillis(due, { zone: from }).setZone(to, { keepLocalTime: true }).toMillis();
}

/** How many midnights lie between now and the day: 0 on the day itself, negative when it is over. */
export function daysLeft(ends: string, timeZone: string, now: number): number {
	const today = DateTime.fromMillis(now, { zone: timeZone }).toISODate();
	if (today === null) throw new RangeError(`There is no time zone "${timeZone}". Ask isTimeZone first.`);
	return daysBetween(today, ends);
}

/** Luxon puts an hour that a change of the clocks skips after the gap, and of a doubled hour it takes one, always the same. */
function noticeOn(day: string, timeZone: string): number {
	const notice = DateTime.fromISO(day, { zone: timeZone }).set({ hour: NOTICE_HOUR });
	if (!notice.isValid) throw new RangeError(`There is no time zone "${timeZone}" or no day "${day}".`);
	return notice.toMillis();
}
