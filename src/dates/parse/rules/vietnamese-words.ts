import { foldDiacritics, withOptionalMarks } from '../../../fold-diacritics.ts';
import { type Context, createRule, type DateRule, type Groups, type Meaning, type Period } from '../rule.ts';

/** Neither a word nor a number goes on in front of the words or behind them. */
export function rule(
	pattern: string,
	read: (groups: Groups, context: Context) => Meaning | readonly Meaning[] | undefined,
	repeats?: (groups: Groups) => Period | undefined,
): DateRule {
	const whole = `(?<![\\p{L}\\d/_]|\\d[.,:-])(?:${withOptionalMarks(pattern)})(?![\\p{L}\\d]|[/.:,-]\\d)`;
	return createRule(new RegExp(whole, 'giu'), read, repeats);
}

/** Of months and weeks. "tháng 5 tới" is none of them. */
export const WHICH: Readonly<Record<string, number>> = { truoc: -1, 'vua roi': -1, nay: 0, sau: 1, toi: 1 };

/** What a word stands for, with its marks or without. @param words without marks */
export function numberOf(words: Readonly<Record<string, number>>, said = ''): number {
	return words[foldDiacritics(said.toLowerCase())] ?? 0;
}
