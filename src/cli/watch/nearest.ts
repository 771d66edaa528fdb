import { allQuantities } from '../../catalogue/rules/number-tokens.ts';
import { cutText } from '../../cut-text.ts';
import type { Claim } from './claims.ts';
import { isSame } from './find.ts';
import type { Needle } from './needles.ts';
import { compact, type PageText } from './page-text.ts';

const MAX_LENGTH = 200;
const MIN_SCORE = 2;

/**
 * Finds the sentence that most likely took the place of what is gone: it has the same words and the other numbers of
 * the claim, and a number that counts the same thing.
 * @returns the sentence as the page has it, or undefined where none is near
 */
export function nearestSentence(claim: Claim, missing: readonly Needle[], page: PageText): string | undefined {
	const wanted = wordsOf(`${claim.context} ${missing.map(nameOf).join(' ')}`);
	let best: { sentence: string; score: number } | undefined;
	for (const sentence of new Set(page.lines.flatMap(sentencesOf))) {
		const score = scoreOf(sentence, { claim, missing, wanted });
		if (score >= MIN_SCORE && score > (best?.score ?? 0)) {
			best = { sentence, score };
		}
	}
	return best && cutText(best.sentence, MAX_LENGTH);
}

function nameOf(needle: Needle): string {
	return needle.kind === 'label' ? needle.labels.join(' ') : '';
}

function sentencesOf(line: string): string[] {
	return line.split(/(?<=[。！？!?])|(?<=\.)\s+/).map((sentence) => sentence.trim());
}

type Wanted = { claim: Claim; missing: readonly Needle[]; wanted: ReadonlySet<string> };

function scoreOf(sentence: string, { claim, missing, wanted }: Wanted): number {
	const words = wordsOf(sentence);
	const shared = [...words].filter((word) => wanted.has(word)).length;
	if (shared === 0 && !/\d/.test(sentence)) {
		return 0;
	}
	const quantities = allQuantities(sentence);
	const numbers = claim.needles.filter(
		(needle) => needle.kind === 'number' && quantities.some((other) => isSame(needle.number, other)),
	).length;
	const countsTheSame = missing.some(
		({ ...needle }) =>
			needle.kind === 'number' &&
			needle.number.unit !== undefined &&
			quantities.some(({ unit }) => unit === needle.number.unit),
	);
	// Long sentences share words by chance.
	return (4 * shared) / Math.sqrt(words.size + 4) + 2 * numbers + (countsTheSame ? 2 : 0);
}

/** The words of a sentence: Latin ones, and each two characters of Chinese and Japanese. */
function wordsOf(text: string): Set<string> {
	const latin = text.toLowerCase().match(/[a-z]{3,}/g) ?? [];
	const others = compact(text).match(/[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー]+/gu) ?? [];
	const pairs = others.flatMap((run) => [...run].slice(1).map((char, index) => `${[...run][index]}${char}`));
	return new Set([...latin, ...pairs].filter((word) => !COMMON.has(word)));
}

const COMMON: ReadonlySet<string> = new Set(
	'the and for not are you your with from that this can only also ます です して から する した こと さい ださ くだ'.split(
		' ',
	),
);
