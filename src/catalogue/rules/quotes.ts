const QUOTED = /「[^「」]*」|『[^『』]*』|（[^（）]*）|\([^()]*\)/g;

/** A text without what stands in brackets: that is quoted from a screen, or is the word of another language. */
export function withoutQuotes(words: string): string {
	// Brackets may stand in one another, so the inner ones go first.
	const rest = words.replace(QUOTED, '');
	return rest === words ? words : withoutQuotes(rest);
}
