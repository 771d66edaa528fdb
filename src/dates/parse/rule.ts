/** What a rule made of some words: a day as 2026-12-31, or nothing that exists in the calendar. */
export type Meaning = string | 'impossible';

/** Words that were found in a text, and where they stand. */
export type Words = { index: number; text: string };

/** The time after which a day comes again. */
export type Period = 'week' | 'month' | 'year';

/** A date in the text: where it stands and what it means. */
export type Found = Words & {
	meaning: Meaning;
	/** Further days of the same words: the end of 12月1日〜5日. */
	others: readonly Meaning[];
	/** How often such a day comes, where the words leave open which one is meant: 31 December every year. */
	repeats: Period | undefined;
};

/** What the words are read against. */
export type Context = {
	/** As 2026-11-20. */
	today: string;
	/** The person's language. */
	locale: string;
};

/** One way to write a date: finds all such dates. The text has only half-width digits and signs. */
export type DateRule = (text: string, context: Context) => readonly Found[];

export type Groups = Readonly<Partial<Record<string, string>>>;

/**
 * A rule for one pattern.
 * @param pattern global, with named groups, without unbounded repetition
 * @param read gets the groups; undefined says that the words are no date after all. Several days are given in their order
 * @param repeats how often such a day comes; left out, the words leave nothing open, like "tomorrow"
 */
export function createRule(
	pattern: RegExp,
	read: (groups: Groups, context: Context) => Meaning | readonly Meaning[] | undefined,
	repeats: (groups: Groups) => Period | undefined = () => undefined,
): DateRule {
	return (text, context) =>
		[...text.matchAll(pattern)].flatMap(({ 0: words, index, groups = {} }) => {
			const [meaning, ...others] = [read(groups, context) ?? []].flat();
			return meaning === undefined ? [] : [{ index, text: words, meaning, others, repeats: repeats(groups) }];
		});
}
