import type { Words } from './rule.ts';

const HOURS_AND_MINUTES = '(?:[01]?\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d)?(?!\\d|:\\d)Z?';
/** 21:00, 9:00-18:00, and the end of 2026-12-31T21:00. */
const CLOCK = `(?:(?<=\\d)T|(?<![\\d.:,/-]))${HOURS_AND_MINUTES}(?:\\s?[-~〜–]\\s?${HOURS_AND_MINUTES})?`;
const AM_PM = '[ap]\\.?m\\b\\.?';

const ENGLISH: readonly string[] = [
	`${CLOCK}(?:\\s?${AM_PM})?`,
	`(?<![\\d.:,/-])(?:1[0-2]|0?[1-9])(?:\\.[0-5]\\d)?\\s?${AM_PM}`,
	"(?<![\\d.])(?:1[0-2]|[1-9])\\s?o['’]?clock\\b",
	'\\b(?:noon|midday|midnight)\\b',
	'\\bat\\s(?:1?\\d|2[0-4])(?=\\s*(?:$|[,!?]|\\.(?!\\d)|(?:on|in the|tomorrow|today|tonight|next|every|this)\\b))',
	'\\b(?:early\\s)?in\\sthe\\s(?:morning|afternoon|evening)\\b|\\bat\\snight\\b',
	'(?<=\\b(?:tomorrow|today|(?:sun|mon|tues|wednes|thurs|fri|satur)day)\\s)(?:morning|afternoon|evening|night)\\b',
];

/** 明晚 is a day, of which no part may be taken. */
const EVENING = '(?<![今明昨后後])[晚晩早夜]';
const PART = `(?:(?:凌晨|清晨|早上|早晨|上午|中午|午前|午後|午后|下午|傍晚|晚上|晚間|晚间|夜里|夜裡|半夜|深夜|夕方|朝早|朝|昼|下晝|am|pm|${EVENING})の?\\s?)`;
const HOUR = '(?<![\\d.:,/])(?:1?\\d|2[0-4])';
const WRITTEN_HOUR = '[一二两兩三四五六七八九十]{1,3}';
/** 24時間 is a length of time, and 5点数 are points. */
const SIGN = '\\s?(?:[時时](?![间間])|[点點](?![数數]))';
const MINUTES =
	'(?:[钟鐘整]|\\s?半|[一三]刻|\\s?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})\\s?分(?!鐘)|(?<=[点點])[0-5]\\d(?!\\d))?(?:頃|ごろ|ころ|左右)?';

const CJK: readonly string[] = [
	`${PART}${CLOCK}`,
	`${PART}(?:${HOUR}|${WRITTEN_HOUR})${SIGN}${MINUTES}`,
	`${HOUR}${SIGN}${MINUTES}`,
	`(?<=[早晚晩天日号號]\\s?)[二两兩三四五六七八九十]{1,3}[点點]${MINUTES}`,
	`(?<![第一二三四五六七八九十])${WRITTEN_HOUR}(?:[点點](?=[钟鐘半整])|[時时](?=[半にご頃]))${MINUTES}`,
	'早上|朝早|上午|中午(?!饭|飯)|下午(?!茶)|傍晚|晚上|正午|午夜',
	'(?<=(?:[日曜号號天火水木金土]|明日|あした|今日)の?)(?:朝|お?昼|夕方|夜|午前中?|午後)(?=に|[、,。]|\\s|$|リマ|教|通知|知らせ|お知らせ|声)',
];

const KOREAN_PART = '(?:오전|오후|아침|점심|저녁|밤|새벽|낮)(?:에)?\\s?';
const KOREAN_HOUR =
	'(?:\\d{1,2}|열한|열두|열|한|두|세|네|다섯|여섯|일곱|여덟|아홉)\\s?시(?![간작일])(?:\\s?(?:반|\\d{1,2}분))?(?:쯤|경)?';

const KOREAN: readonly string[] = [
	`(?:${KOREAN_PART})?(?<![가-힣\\d.:])${KOREAN_HOUR}`,
	`${KOREAN_PART}(?:${KOREAN_HOUR}|${CLOCK})`,
	'(?<=(?:일|요일|내일|모레|오늘)\\s?)(?:오전|오후|아침|점심|저녁|밤)(?=에|\\s|$)',
];

const VIETNAMESE_PART = '(?:s[áa]ng|tr[ưu]a|chi[ềe]u|t[ốo]i|[đd][êe]m)(?!\\s(?:nay|mai))';
/** 24 giờ is a length of time: an hour has "lúc" before it, a part of the day behind it, or minutes. */
const VIETNAMESE_HOUR = '(?<![\\d.:,/])\\d{1,2}\\s?(?:gi[ờo]|h)(?:\\s?[0-5]\\d(?:\\sph[úu]t)?|\\s?r[ưu][ỡo]i)?';

const VIETNAMESE: readonly string[] = [
	`l[úu]c\\s(?:${VIETNAMESE_HOUR}|${CLOCK})(?:\\s${VIETNAMESE_PART})?`,
	`${VIETNAMESE_HOUR}\\s?${VIETNAMESE_PART}`,
	'(?<![\\d.:,/])(?:1?\\d|2[0-4])h[0-5]\\d(?!\\d)',
	`bu[ổo]i\\s${VIETNAMESE_PART}`,
];

const TIME = new RegExp([...CJK, ...KOREAN, ...VIETNAMESE, ...ENGLISH].join('|'), 'gi');

/**
 * The times of day in a text, in their order: 9 pm, 21時半, 晚上9点. A length of time such as 24時間 is none.
 * @param text has only half-width digits and signs
 */
export function findTimes(text: string): Words[] {
	return [...text.matchAll(TIME)].map(({ 0: words, index }) => ({ index, text: words }));
}
