import type { Deadline } from '../../../catalogue/schema.ts';
import { addDays } from '../../../dates/day.ts';
import { inWeek } from '../../../dates/parse/calendar.ts';
import { looksBack } from '../../../reminders/likeliest-day.ts';
import { shortDayText } from '../../screens/format.ts';
import type { View } from '../../screens/screen.ts';

type QuickDay = { day: string; key?: 'today' | 'thisWeek' | 'lastWeek' | 'monthAgo' };

const AHEAD = [0, 7, 14, 30, 90, 180];
/** The shortest toppings last a day, the longest ones that are sold all year 180. */
const TOPPING = [1, 7, 30, 90, 180];

/**
 * Likely days, by what the rule counts from: a plan's end lies ahead, a payment behind, and a topping may have ended or be
 * about to. Of a week the first day is taken, since to be told too early costs nothing.
 */
export function quickDays(deadline: Deadline | undefined, isAgain: boolean, today: string): QuickDay[] {
	const now: QuickDay = { day: today, key: 'today' };
	const thisWeek: QuickDay = { day: inWeek(0, 1, today), key: 'thisWeek' };
	const monthAgo: QuickDay = { day: addDays(today, -30), key: 'monthAgo' };
	const ahead = (days: readonly number[]): QuickDay[] => days.map((count) => ({ day: addDays(today, count) }));
	const isMonday = thisWeek.day === today;
	if (!deadline || deadline.from === 'plan-end') {
		return ahead(AHEAD);
	}
	if (isAgain) {
		return looksBack(deadline) ? [now, { day: addDays(today, -1) }, ...(isMonday ? [] : [thisWeek])] : ahead(TOPPING);
	}
	const behind = [
		now,
		...(isMonday ? [] : [thisWeek]),
		{ day: inWeek(-1, 1, today), key: 'lastWeek' as const },
		monthAgo,
	];
	return looksBack(deadline) ? behind : [...behind, ...ahead([7, 30])];
}

/** A day in the direction in which the question looks, as somebody would write it. */
export function exampleDay(deadline: Deadline | undefined, { t, today }: Pick<View, 't' | 'today'>): string {
	return shortDayText(addDays(today, deadline && looksBack(deadline) ? -12 : 31), t);
}
