import { NUMBER, numberKey, type OfficialNumbers, SHORT_NUMBER } from './official-numbers.ts';

/** `official`: a carrier gives this number out. That says nothing of who called or wrote: a sender can be forged. */
export type NumberVerdict = 'official' | 'other';

export type CheckedNumber = {
	number: string;
	verdict: NumberVerdict;
	/** The carriers that give it out. */
	carriers: readonly string[];
};

/** Sender numbers of companies, which the networks hand out together. */
const COMMON_SENDER = /(?<![\w-])0005\d{4,6}(?!\d)/g;
const MAX_NUMBERS = 40;

/**
 * Finds the telephone numbers of a text and says whether the carrier gives them out.
 * @param text without links
 * @param named the carriers that the text names; where it names none, any carrier's number is one
 */
export function judgeNumbers(text: string, official: OfficialNumbers, named: readonly string[]): CheckedNumber[] {
	const found = new Map<string, string>();
	const add = (key: string | undefined, written: string): void => {
		if (key !== undefined && found.size < MAX_NUMBERS) found.set(key, found.get(key) ?? written.trim());
	};
	const inText = (pattern: RegExp): string[] => [...new Set(text.match(pattern) ?? [])];
	for (const written of inText(NUMBER).slice(0, MAX_NUMBERS)) add(numberKey(written), written);
	for (const written of inText(COMMON_SENDER)) add(written, written);
	for (const written of inText(SHORT_NUMBER)) add(official.has(written) ? written : undefined, written);
	return [...found].map(([key, number]) => {
		const carriers = (official.get(key) ?? []).filter((id) => named.length === 0 || named.includes(id));
		return { number, verdict: carriers.length > 0 ? 'official' : 'other', carriers };
	});
}
