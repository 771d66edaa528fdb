import type { SmallTalkWords } from '../catalogue/words.ts';
import { createFinder, isNearlyEmpty } from './finder.ts';
import { createNameTest } from './topics.ts';

/** What is said to a bot beside questions: each gets one honest sentence. */
export const SMALL_TALK = ['code', 'greeting', 'thanks', 'trust', 'choice'] as const;
export type SmallTalk = (typeof SMALL_TALK)[number];

/** As many digits as a one-time code has, and no part of a number that is dialled or written with hyphens. */
const CODE = /(?<![\d*#+-])\d{4,8}(?![\d*#-])/;
/** Whoever gives a code away says little else; a longer text speaks of codes. */
const LONGEST_WITH_CODE = 120;

/** Makes the function that tells small talk. @returns a function of a normalised text */
export function createSmallTalk(words: SmallTalkWords): (text: string) => SmallTalk | undefined {
	const is = (name: keyof SmallTalkWords) => createNameTest(Object.values(words[name]).flat());
	const [code, notCode, trust] = [is('code'), is('notCode'), is('trust')];
	const [asksChoice, notChoice] = [is('choice'), is('notChoice')];
	const choice = (text: string): boolean => asksChoice(text) && !notChoice(text);
	const alone = (name: 'greeting' | 'thanks') => {
		const [said, rest] = [createFinder([words[name]]), createFinder([words[name], words.fillers])];
		return (text: string): boolean => text.search(said) >= 0 && isNearlyEmpty(text, rest);
	};
	const [greeting, thanks] = [alone('greeting'), alone('thanks')];
	const givesCode = (text: string): boolean =>
		text.length <= LONGEST_WITH_CODE && CODE.test(text) && code(text) && !notCode(text);
	const tests: Record<SmallTalk, (text: string) => boolean> = { code: givesCode, greeting, thanks, trust, choice };
	return (text) => SMALL_TALK.find((kind) => tests[kind](text));
}
