import type { Problem } from '../problem.ts';
import type { Deadline, Source } from '../schema.ts';
import { carrierEntries, type FileEntry, sharedEntries, sourcesOf, wordsOf } from '../walk.ts';
import { allNumbers, claimedNumbers } from './number-tokens.ts';
import type { Rule } from './rule.ts';

/** The claim of a myth is false by definition, and a name may have any number. */
const EXEMPT = /(^|\.)(names|claim)\./;

/** "a month" and "daily" in a source support "1か月" and "1日". */
const NUMBER_WORDS: readonly (readonly [RegExp, string])[] = [
	[/\b(?:an?|one|per|each|every|first|once)\b|\b(?:daily|monthly|weekly|yearly)\b/i, '1'],
	[/\b(?:two|twice|second|both)\b/i, '2'],
	[/\b(?:three|third)\b/i, '3'],
	[/\bfour(?:th)?\b/i, '4'],
	[/\b(?:five|fifth)\b/i, '5'],
	[/\b(?:six(?:th)?|half a year)\b/i, '6'],
	[/\bseven(?:th)?\b/i, '7'],
	[/\beight(?:h)?\b/i, '8'],
	[/\bnin(?:e|th)\b/i, '9'],
	[/\bten(?:th)?\b/i, '10'],
	[/\btwelve\b/i, '12'],
	[/\b(?:round the clock|24\/7|day and night)\b/i, '24'],
	[/\b(?:free|no (?:charge|fee|cost|data)|nothing)\b/i, '0'],
];

/** Checks that no number is invented: its source is in the same file, where a maintainer can look it up. */
export function createNumbersRule(numberWords = NUMBER_WORDS): Rule {
	return {
		name: 'numbers',
		description: 'Each telephone number, price and day count stands in a source of the same file.',
		check: (knowledge) => [
			...sharedEntries(knowledge).flatMap((file) => inFile(file, [], numberWords)),
			...knowledge.carriers.flatMap((carrier) => {
				const { apn, iccid } = carrier.entry.clues;
				return carrierEntries(carrier).flatMap((file) => inFile(file, [...apn, ...iccid], numberWords));
			}),
		],
	};
}

function inFile(file: FileEntry, clues: readonly string[], numberWords: NumberWords): Problem[] {
	const known = supported(file, clues, numberWords);
	return [...inTexts(file, known), ...inDeadline(file, known)];
}

function inTexts({ file, entry }: FileEntry, known: ReadonlySet<string>): Problem[] {
	return wordsOf(entry)
		.filter(({ place }) => !EXEMPT.test(place))
		.flatMap(({ place, words }) =>
			[...claimedNumbers(words)].filter((number) => !known.has(number)).map((number) => invented(file, place, number)),
		);
}

function inDeadline({ file, entry }: FileEntry, known: ReadonlySet<string>): Problem[] {
	const { days, graceDays } = (entry as { deadline?: Deadline }).deadline ?? {};
	return Object.entries({ days, graceDays })
		.filter(([, number]) => number !== undefined && number > 0 && !known.has(String(number)))
		.map(([field, number]) => invented(file, `deadline.${field}`, String(number)));
}

function invented(file: string, place: string, number: string): Problem {
	const remedy = 'Write it into the "says" of the source that gives it, or take it out if no source does.';
	return { file, place, wrong: 'a number that no source of this file gives', value: number, remedy };
}

type NumberWords = typeof NUMBER_WORDS;

function supported({ entry }: FileEntry, clues: readonly string[], words: NumberWords): Set<string> {
	const sources = sourcesOf(entry).flatMap(({ source }) => numbersOfSource(source, words));
	return new Set([...sources, ...clues.flatMap((clue) => clue.match(/\d+/g) ?? [])]);
}

function numbersOfSource({ says, url, date }: Source, numberWords: NumberWords): string[] {
	const inWords = numberWords.filter(([word]) => word.test(says)).map(([, number]) => number);
	return [...allNumbers(says), ...inWords, ...allNumbers(date ?? ''), ...(url.match(/\d+/g) ?? [])];
}
