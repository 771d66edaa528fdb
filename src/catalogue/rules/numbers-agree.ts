import type { Text } from '../schema.ts';
import { entriesByFile, textsOf } from '../walk.ts';
import { allNumbers, claimedNumbers } from './number-tokens.ts';
import type { Rule } from './rule.ts';

/** Ways to say a number without digits. 1 is never compared, since languages say it in too many ways. */
const IN_WORDS: Readonly<Record<string, RegExp>> = {
	'0': /\b(?:free|no|nothing|none|zero|without)\b|無料|なし|ゼロ|零|免費|免费|沒有|没有|用完|無|无|무료|없|안\s|다\s?쓰|miễn phí|không|hết/i,
	'2': /\b(?:two|twice|second|both|double)\b|[二两兩双雙]|두|둘|이틀|양쪽|양방향|(?<!\p{L})(?:hai|đôi|cả)(?!\p{L})/iu,
	'3': /\b(?:three|third)\b|三|세\s|셋|사흘|(?<!\p{L})(?:ba|thứ 3)(?!\p{L})/iu,
	'4': /\bfour(?:th)?\b|四|네\s|넷|(?<!\p{L})(?:bốn|(?:thứ|tháng) tư)(?!\p{L})/iu,
	'5': /\b(?:five|fifth)\b|五|다섯|(?<!\p{L})năm (?:ngày|lần|phút|giờ|tuần|năm)(?!\p{L})/iu,
	'6': /\b(?:six(?:th)?|half a year)\b|六|半年|여섯|반년|sáu|nửa năm/i,
	'7': /\b(?:seven(?:th)?|a week|one week)\b|七|一周|一週|일곱|일주일|bảy|một tuần/i,
	'8': /\beighth?\b|八|여덟|tám/i,
	'9': /\bnin(?:e|th)\b|九|아홉|chín/i,
	'10': /\bten(?:th)?\b|十|열|mười/i,
	'24': /\b(?:(?:a)?round the clock|day and night|24\/7|any time|a day)\b|全天|全日|一日中|昼夜|晝夜|一天|하루|종일|밤낮|언제든|cả ngày|suốt ngày|ngày (?:lẫn )?đêm|một ngày|mọi lúc/i,
	'0:00': /\bmidnight\b|零[时時点點]|午夜|深夜|자정|nửa đêm/i,
	'12:00': /\bnoon\b|正午|中午|정오|trưa/i,
};

const NEVER_COMPARED = '1';

/** Finds facts that were corrected in some languages only. */
export function createNumbersAgreeRule(inWords = IN_WORDS): Rule {
	return {
		name: 'numbers-agree',
		description: 'A text has the same numbers in every language.',
		check: (knowledge) =>
			entriesByFile(knowledge).flatMap(({ file, entry }) =>
				textsOf(entry).flatMap(({ place, text }) =>
					gaps(text, inWords).map(({ locale, number, other }) => ({
						file,
						place: `${place}.${locale}`,
						wrong: `${number} stands in ${other} but not here`,
						value: text[locale] ?? '',
						remedy: `Make the languages agree, with digits in each of them.`,
					})),
				),
			),
	};
}

type Gap = { locale: string; number: string; other: string };

function gaps(text: Text, inWords: Readonly<Record<string, RegExp>>): Gap[] {
	const numbers = Object.entries(text).map(([locale, words]) => ({ locale, words, found: claimedNumbers(words) }));
	const all = new Set(numbers.flatMap(({ found }) => [...found]).filter((number) => number !== NEVER_COMPARED));
	return [...all].flatMap((number) => {
		const other = numbers.find(({ found }) => found.has(number))?.locale ?? '';
		return numbers
			.filter(({ found, words }) => !found.has(number) && !isThere(number, words, inWords))
			.map(({ locale }) => ({ locale, number, other }));
	});
}

/** A single digit without a unit is no claim, but it matches one in another language: "4 of them" and 4回. */
function isThere(number: string, words: string, inWords: Readonly<Record<string, RegExp>>): boolean {
	return allNumbers(words).has(number) || (inWords[number]?.test(words) ?? false);
}
