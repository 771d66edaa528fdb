import { checkLanguage, type Wrong } from './one-language.ts';
import type { Rule } from './rule.ts';

/** Up to this length a text can be a name, which needs no Hangul. */
const NAME_LENGTH = 25;
const HANGUL = /\p{Script=Hangul}/u;
/** …습니다, …합니다, …입니다: the register of announcements. */
const FORMAL = /[가-힣]*(?:습|[합입됩옵갑납낍랍])니다|(?:하|주)십시오/;
const SPACED_BRACKET = /」\s+\(/;

/** Finds Korean texts that are none, or that are not written as the others are. */
export function createKoreanRule(): Rule {
	return {
		name: 'korean',
		description: 'Korean sentences have Hangul and end in 해요, and a bracket stands right behind its label.',
		check: checkLanguage('ko', wrongIn),
	};
}

function wrongIn(words: string, plain: string): Wrong[] {
	const [formal] = FORMAL.exec(plain) ?? [];
	return [
		...(plain.length > NAME_LENGTH && !HANGUL.test(words)
			? [{ wrong: 'a Korean sentence without Hangul', value: words, remedy: 'Write it in Korean.' }]
			: []),
		...(formal ? [{ wrong: 'the formal register', value: formal, remedy: 'Write …해요, as the others do.' }] : []),
		...(SPACED_BRACKET.test(words)
			? [{ wrong: 'a space before a bracket', value: words, remedy: 'Write the translation right behind 」.' }]
			: []),
	];
}
