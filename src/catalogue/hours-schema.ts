import { z } from 'zod';
import { isRealDay } from '../dates/day.ts';
import { WEEKDAYS } from './vocabulary.ts';

const DAY_IN_MINUTES = 24 * 60;

/** 9:00 → 540. Hours after midnight belong to the evening before them: 26:00 → 1560. */
export function minutesOf(time: string): number {
	const [hours, minutes] = time.split(':').map(Number);
	return (hours ?? 0) * 60 + (minutes ?? 0);
}

const time = z.string().regex(/^\d{1,2}:[0-5]\d$/, 'a time in quotes, as "9:00" or "17:30"');

/** A leap year, so that 02-29 is a day. */
const isDayOfYear = (day: string): boolean => /^\d{2}-\d{2}$/.test(day) && isRealDay(`2028-${day}`);

/** When somebody answers on some days of the week, in Japan's time. */
export const hoursSchema = z
	.strictObject({
		/** Left out where the source gives hours without saying for which days. */
		days: z
			.union([z.enum(['daily', 'weekdays']), z.array(z.enum(WEEKDAYS)).min(1)], {
				error: `daily, weekdays (Monday to Friday), or a list of ${WEEKDAYS.join(', ')}`,
			})
			.optional(),
		from: time.refine((from) => minutesOf(from) < DAY_IN_MINUTES, 'a time before "24:00"'),
		to: time,
		/** Closed on Japan's public holidays. Only where a source says so. */
		holidays: z.literal('closed').optional(),
		/** Days of each year on which it is closed, as 01-01. */
		closedOn: z.array(z.string().refine(isDayOfYear, 'a month and a day in quotes, as "01-01"')).min(1).optional(),
	})
	.refine(({ from, to }) => minutesOf(from) < minutesOf(to) && minutesOf(to) <= minutesOf(from) + DAY_IN_MINUTES, {
		path: ['to'],
		message:
			'a time after "from" and at most 24 hours later ("26:00" is 2:00 in the night after, all day is "0:00" to "24:00")',
	});
export type Hours = z.infer<typeof hoursSchema>;
