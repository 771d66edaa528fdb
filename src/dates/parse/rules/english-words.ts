import { createRequire } from 'node:module';
import type { en } from 'chrono-node';
import { dayOf } from '../calendar.ts';
import { type Context, type Found, partsOf, type Rule } from '../rule.ts';

/**
 * In 30 days, a month from now, next friday: what chrono-node reads best. Of all that it finds only words like these are
 * taken, for it would also read "180 days", "may", "sat" and a time of day as a date.
 *
 * Its Japanese and Chinese parsers are not asked: they know few of the usual words (no 来月5日, 月底, 两周后), take 后天 for
 * a part of 明後日, and let weeks begin on Sunday.
 */
export const englishWords: Rule = (text, context) => {
	if (!HINT.test(text)) return undefined;
	const today = noonOf(context);
	const { casual } = loadChrono().en;
	const found = casual.parse(withFromNow(text), today, { forwardDate: true }).find(isMeant);
	if (found === undefined) return undefined;
	const { index } = found;
	// Asked for days to come, it moves even "last friday" there.
	const start = /^(?:last|past)\s/i.test(found.text) ? casual.parse(found.text, today)[0]?.start : found.start;
	if (start === undefined) return undefined;
	const [year, month, date] = [start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0];
	return { index, text: found.text, meaning: dayOf(year, month, date) } satisfies Found;
};

/** Loaded with the first such words: that takes a tenth of a second. */
const loadChrono = (): typeof import('chrono-node') => createRequire(import.meta.url)('chrono-node');

type Result = ReturnType<typeof en.casual.parse>[number];

function isMeant({ text, start }: Result): boolean {
	return !start.isCertain('hour') && WORDS.test(text);
}

const WORDS = /^in\s|\s(?:from now|later|hence|ago)$|(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;

/** Without one of these words there is nothing to take, and its patterns need not be compiled (a tenth of a second, once). */
const HINT = /\b(?:in|from|later|hence|ago|[a-z]{3,6}day)\b/i;

/** It counts from now, but knows no "from today". The length stays as it is, so that places in the text do. */
function withFromNow(text: string): string {
	return text.replace(/\bfrom today\b/gi, '  from now');
}

/** It reads the fields of a local date; at noon no change of the clocks makes them those of another day. */
function noonOf({ today }: Context): Date {
	const { year, month, date } = partsOf(today);
	return new Date(year, month - 1, date, 12);
}
