/** What a rule made of some words: a day as 2026-12-31, or nothing that exists in the calendar. */
export type Meaning = string | 'impossible';

/** A date in the text: where it stands and what it means. */
export type Found = { index: number; text: string; meaning: Meaning };

/** What the words are read against. */
export type Context = {
	/** As 2026-11-20. */
	today: string;
	/** The person's language. */
	locale: string;
};

/** One way to write a date: finds its first occurrence. The text has only half-width digits and signs. */
export type DateRule = (text: string, context: Context) => Found | undefined;

type Groups = Readonly<Partial<Record<string, string>>>;

/**
 * A rule for one pattern.
 * @param pattern global, with named groups, without unbounded repetition
 * @param read gets the groups; undefined says that the words are no date after all, and the next ones are tried
 */
export function createRule(pattern: RegExp, read: (groups: Groups, context: Context) => Meaning | undefined): DateRule {
	return (text, context) => {
		for (const match of text.matchAll(pattern)) {
			const meaning = read(match.groups ?? {}, context);
			if (meaning !== undefined) return { index: match.index, text: match[0], meaning };
		}
		return undefined;
	};
}
