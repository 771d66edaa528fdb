import { entriesByFile, wordsOf } from '../walk.ts';
import type { Rule } from './rule.ts';

/** `asks`: allowed in a sentence for the staff, where "me" is the person and not the bot. */
type Forbidden = { pattern: RegExp; wrong: string; remedy: string; asks?: true };

const TO_STAFF = /(^|\.)say\./;

const TO_THE_BOT = {
	wrong: 'asks people to send something to the bot',
	remedy: 'Say where the carrier asks for it; the bot never does.',
	asks: true,
} as const;
const ZEROS = { wrong: 'a made-up telephone number', remedy: 'Write the real one, or none.' };
const TELEGRAM = { wrong: 'leads to somebody on Telegram', remedy: "Name the carrier's own channel instead." };

/** Ways to ask in each language, and made-up numbers and names that people would really dial or write to. */
const FORBIDDEN: readonly Forbidden[] = [
	{ pattern: /(?<!\d)0{2,4}-0{3,4}(?:-0{3,4})?|(?<![\d,.])0{7,}/, ...ZEROS },
	{ pattern: /(?<![\w.@/+-])@[A-Za-z]\w{4,31}\b(?![.-]\w)/, ...TELEGRAM },
	{ pattern: /\b(?:t|telegram)\.me\//i, ...TELEGRAM },
	{
		pattern: /\b(?:send|tell|give|write|text|show) (?:it |them |that )?(?:to )?(?:me|us|(?:the|this) bot)\b/i,
		...TO_THE_BOT,
	},
	{ pattern: /\b(?:send|tell|give|write|show)\b[^.]{0,60}\bto (?:me|(?:the|this) bot)\b/i, ...TO_THE_BOT },
	{ pattern: /(?:この)?(?:ボット|bot)に[^。]{0,20}(?:送|教え|入力|伝え)/i, ...TO_THE_BOT },
	{
		pattern: /(?:[发發]|[发發]送|告[诉訴]|[传傳]|[传傳]送|提供)[给給]?(?:我們|我们|我|机器人|機器人|bot)/i,
		...TO_THE_BOT,
	},
];

/** Finds texts that ask for a secret: people in trouble send what they are asked for. */
export function createSecretsRule(forbidden = FORBIDDEN): Rule {
	return {
		name: 'secrets',
		description: 'No text asks for a secret, shows a made-up number, or leads to a person on Telegram.',
		check: (knowledge) =>
			entriesByFile(knowledge).flatMap(({ file, entry }) =>
				wordsOf(entry).flatMap(({ place, words }) =>
					forbidden.flatMap(({ pattern, wrong, remedy, asks }) => {
						const value = asks && TO_STAFF.test(place) ? undefined : pattern.exec(words)?.[0];
						return value === undefined ? [] : [{ file, place, wrong, value, remedy }];
					}),
				),
			),
	};
}
