import { allQuantities, claimedQuantities, type Quantity } from '../../catalogue/rules/number-tokens.ts';
import { cutText } from '../../cut-text.ts';
import type { Claim } from './claims.ts';
import { isSame } from './find.ts';
import type { Needle } from './needles.ts';
import { compact, type PageText } from './page-text.ts';

const MAX_LENGTH = 200;
/** Below it a sentence is about something else. */
const MIN_SCORE = 2;

/**
 * Finds the sentence that most likely took the place of what is gone: it has the words that our texts put round it, and
 * another number that counts the same.
 * @returns the sentence as the page has it, or undefined where none is near
 */
export function nearestSentence(claim: Claim, missing: readonly Needle[], page: PageText): string | undefined {
	const words = wordsOf(contextOf(claim, missing).join('\n'));
	let best: { sentence: string; score: number } | undefined;
	for (const sentence of new Set(page.lines.flatMap(sentencesOf))) {
		const score = scoreOf(sentence, { claim, missing, words });
		if (score >= MIN_SCORE && score > (best?.score ?? 0)) {
			best = { sentence, score };
		}
	}
	return best && cutText(best.sentence, MAX_LENGTH);
}

/** The clauses of the claim, and the sentences of our texts, in which what is missing stands; or else the whole claim. */
function contextOf({ text, texts }: Claim, missing: readonly Needle[]): string[] {
	const ours = [...text.split(/[;；]/), ...texts.flatMap(sentencesOf)];
	const near = ours.filter((sentence) => missing.some((needle) => names(sentence, needle)));
	return near.length > 0 ? near : [text];
}

function names(sentence: string, needle: Needle): boolean {
	return needle.kind === 'label'
		? needle.labels.some((label) => sentence.includes(label))
		: claimedQuantities(sentence).some((other) => isSame(needle.number, other));
}

function sentencesOf(line: string): string[] {
	return line.split(/(?<=[。！？!?])|(?<=\.)\s+/).map((sentence) => sentence.trim());
}

type Wanted = { claim: Claim; missing: readonly Needle[]; words: ReadonlySet<string> };

function scoreOf(sentence: string, { claim, missing, words }: Wanted): number {
	const own = wordsOf(sentence);
	const shared = [...own].filter((word) => words.has(word)).length;
	const quantities = allQuantities(sentence);
	const known = claim.needles.flatMap((needle) => (needle.kind === 'number' ? [needle.number] : []));
	const replaces = missing.some((needle) => needle.kind === 'number' && hasOther(needle.number, quantities, known));
	const alsoThere = known.some((number) => quantities.some((other) => isSame(number, other)));
	// A long sentence shares words by chance.
	return (6 * shared) / Math.sqrt(own.size + 9) + (replaces ? 4 : 0) + (alsoThere ? 1 : 0);
}

/** Whether a sentence has a number that counts the same as a missing one, and that the claim does not know. */
function hasOther({ unit }: Quantity, quantities: readonly Quantity[], known: readonly Quantity[]): boolean {
	return quantities.some(
		(other) => other.unit === unit && unit !== undefined && !known.some((number) => isSame(number, other)),
	);
}

/** The words of a sentence: Latin ones, and each two characters of Chinese and Japanese. */
function wordsOf(text: string): Set<string> {
	const latin = text.toLowerCase().match(/[a-z]{3,}/g) ?? [];
	const others = compact(text).match(/[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー]+/gu) ?? [];
	const pairs = others.flatMap((run) => {
		const chars = [...run];
		return chars.slice(1).map((char, index) => `${chars[index]}${char}`);
	});
	return new Set([...latin, ...pairs].filter((word) => !COMMON.has(word)));
}

const COMMON: ReadonlySet<string> = new Set(
	'the and for not are you your with from that this can only also ます です して から する した こと さい ださ くだ'.split(
		' ',
	),
);
