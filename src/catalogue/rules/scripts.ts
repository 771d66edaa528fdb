import { Converter } from 'opencc-js';

/** The characters that are wrong in a Chinese text: of the other script, or of Japanese only. */
export type Scripts = {
	traditional: ReadonlySet<string>;
	simplified: ReadonlySet<string>;
	japanese: ReadonlySet<string>;
};

/** Characters that only Japanese has. */
export const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Simplified characters that are right in traditional texts too, in words like the one in brackets. */
const RIGHT_IN_TRADITIONAL =
	'丑(子丑)丰(丰采)云(人云亦云)仆(前仆後繼)佣(佣金)准(批准)划(划船)凶(吉凶)占(占卜)厘(公厘)台(台灣)叶(叶韻)后(皇后)吁(長吁)' +
	'咨(咨文)咸(老少咸宜)尸(尸位)岩(岩石)岳(岳父)干(干擾)并(并州)征(征服)据(拮据)朴(厚朴)杰(人名)泄(排泄)' +
	'涌(香港鰂魚涌)淀(白洋淀)游(上游)熏(煙熏)着(香港用法)范(姓氏)迹(香港用法)郁(馥郁)采(神采)里(公里)雇(雇用)';

/** Traditional characters that are right in simplified texts too. */
const RIGHT_IN_SIMPLIFIED = '乾(乾坤)著(著名)';

/** Characters that the converter takes for Japanese, but that are usual in Chinese today. */
const RIGHT_IN_CHINESE =
	'予(给予)即(立即)弁(马弁)晃(晃动)欠(欠费)真(传真)研(研究)翻(翻译)芸(芸芸)萌(萌芽)郎(女郎)缶(瓦缶)';

const FIRST = 0x4e00;
const LAST = 0x9fff;

/** The exceptions to what the converters say. The words in brackets are only reasons. */
export const RIGHT_CHARACTERS = {
	traditional: RIGHT_IN_TRADITIONAL,
	simplified: RIGHT_IN_SIMPLIFIED,
	chinese: RIGHT_IN_CHINESE,
};

/** Sorts every Chinese character by what the converters in both directions make of it. Takes half a second. */
export function createScripts(right = RIGHT_CHARACTERS): Scripts {
	const toSimplified = Converter({ from: 'tw', to: 'cn' });
	const toTraditional = Converter({ from: 'cn', to: 'tw' });
	const fromJapanese = Converter({ from: 'jp', to: 'tw' });
	const chars = Array.from({ length: LAST - FIRST + 1 }, (_, index) => String.fromCodePoint(FIRST + index));
	const isSimplified = (char: string): boolean => toTraditional(char) !== char && toSimplified(char) === char;
	const isTraditional = (char: string): boolean => toSimplified(char) !== char && toTraditional(char) === char;
	const isJapanese = (char: string): boolean =>
		fromJapanese(char) !== char && toTraditional(char) === char && toSimplified(char) === char;
	return {
		simplified: keep(chars, isSimplified, right.traditional),
		traditional: keep(chars, isTraditional, right.simplified),
		japanese: keep(chars, isJapanese, right.chinese),
	};
}

let standard: Scripts | undefined;

/** The scripts with the exceptions above, sorted once per process. */
export function standardScripts(): Scripts {
	standard ??= createScripts();
	return standard;
}

function keep(chars: readonly string[], belongs: (char: string) => boolean, exceptions: string): ReadonlySet<string> {
	const kept = new Set(exceptions.replace(/\([^)]*\)/g, ''));
	return new Set(chars.filter((char) => !kept.has(char) && belongs(char)));
}

const QUOTED = /「[^「」]*」|“[^“”]*”|『[^『』]*』|（[^（）]*）|\([^()]*\)/g;

/** A text without what is in brackets, which is quoted from a screen or is a word of another language. */
export function withoutQuotes(words: string): string {
	// Brackets can be nested, so the inner ones are removed first.
	const rest = words.replace(QUOTED, '');
	return rest === words ? words : withoutQuotes(rest);
}
