import { createRule } from '../rule.ts';

// The days of other calendars lie elsewhere in ours, so reading their numbers as ours would give a wrong day. They are
// found, to be told that they cannot be read.

const LUNAR = '农历|農曆|農歷|阴历|陰曆|陰歷|旧历|舊曆|舊歷|旧暦|舊暦|陰暦|太陰暦|음력|[âa]m l[ịi]ch';
const OTHERS = '佛历|佛曆|仏暦|仏歴|回历|回曆|伊斯兰历|伊斯蘭曆|イスラム暦|ヒジュラ暦|イラン暦|ペルシャ暦';
const ENGLISH =
	'(?:lunar|chinese|hijri|islamic|buddhist|persian|jalali|nepali|hebrew)(?:\\s(?:calendar|year|date|era))?';
const CALENDAR = `(?:(?:${LUNAR}|${OTHERS})[の的]?|\\b${ENGLISH}\\b)`;

/** Characters that dates are written with; at least two of them are a date. */
const DATE_RUN = '[\\d一二三四五六七八九十〇零百元正腊臘冬闰閏初廿卅年月日号號./-]{2,16}';
const MONTH_NAME =
	'(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const ENGLISH_DATE = `(?:\\d{1,2}(?:st|nd|rd|th)?\\s(?:of\\s)?${MONTH_NAME}|${MONTH_NAME}\\s\\d{1,2}(?:st|nd|rd|th)?)(?:,?\\s\\d{4})?`;
const NUMBERS = '\\d{1,4}[./-]\\d{1,2}(?:[./-]\\d{1,4})?';

/** 農曆12月31日, 12月31日（旧暦）, lunar 12/31, 31 December in the lunar calendar. */
export const namedCalendar = createRule(
	new RegExp(
		`${CALENDAR}[\\s:]{0,2}(?:\\d{1,2}월\\s?\\d{1,2}일|${DATE_RUN}|${ENGLISH_DATE}|(?:新年|正月))|` +
			`(?<![\\d./-])(?:${NUMBERS}|\\d{1,4}年\\d{1,2}月\\d{1,2}[日号號]?|\\d{1,2}月\\d{1,2}[日号號]?|\\d{1,2}월\\s?\\d{1,2}일|\\d{1,2} th[áa]ng \\d{1,2}|\\b${ENGLISH_DATE})\\s?\\(?(?:,\\s)?(?:(?:in|by)\\sthe\\s)?${CALENDAR}\\)?`,
		'gi',
	),
	() => 'impossible',
);

const LUNAR_DATE =
	'(?:初[一二三四五六七八九十]|[二廿卅三]?十[一二三四五六七八九]?|[廿卅][一二三四五六七八九]?|\\d{1,2}[日号號])';

/** 正月初五, 腊月廿三, 八月初八, 大年初一: words that only the lunar calendar has. */
export const lunarDay = createRule(
	new RegExp(
		`(?:[正腊臘冬]月${LUNAR_DATE}|(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月初[一二三四五六七八九十](?!起)|(?:大年|年)(?:初[一二三四五六七八九十]|三十))`,
		'g',
	),
	() => 'impossible',
);

/** Days that people name without their date. Beside a date they only say why. */
export const lunarFestival = createRule(
	/\b(?:lunar|chinese) new year(?:['’]?s)?(?: (?:day|eve))?\b|春[节節]|除夕|旧正月|舊正月|(?:农历|農曆)年|설날|구정|추석|(?<!\p{L})t[ếe]t(?: nguy[êe]n [đd][áa]n)?(?!\p{L})/giu,
	() => 'impossible',
);

/** พ.ศ. 2569, 31/12/2569 พ.ศ., 31 December 2569 BE: the calendar of Thailand. */
export const buddhistYear = createRule(
	new RegExp(
		`(?:(?<![\\d./-])(?:${NUMBERS}|\\d{1,2}\\s?[\u0e01-\u0e4e.]{3,14}|\\b${ENGLISH_DATE})[\\s,/]{0,2})?` +
			'(?:(?:พ\\.?\\s?ศ\\.?|\\bB\\.?E\\.?)\\s?2[45]\\d\\d|2[45]\\d\\d\\s?(?:พ\\.?\\s?ศ\\.?|B\\.?E\\b\\.?)|(?<=[\u0e01-\u0e4e.]\\s?)2[45]\\d\\d)(?!\\d)' +
			`(?:年?\\s?${DATE_RUN})?`,
		'gi',
	),
	() => 'impossible',
);

const HIJRI_MONTHS =
	"muharram|safar|rabi['’]?(?:\\s(?:al|ul|us|uth)[\\s-]\\w{4,9}|\\s(?:i|ii|1|2))|juma(?:da|di)(?:\\s(?:al|ul|us|uth)[\\s-]\\w{4,9})?|rajab|sha['’]?ban|rama[dz]h?an|shawwal|(?:dh|z)u(?:l|\\sal|['’]l)?[\\s-]?(?:qa|hi)['’]?\\w{2,4}";
const PERSIAN_MONTHS = 'farvardin|ordibehesht|khordad|tir|mordad|shahrivar|mehr|aban|azar|dey|bahman|esfand';

/** 20 Ramadan 1448, 12 Khordad 1405, and years such as 1448 AH. */
export const foreignMonth = createRule(
	new RegExp(
		`(?<![\\w./-])(?:\\d{1,2}(?:st|nd|rd|th)?\\s(?:(?:of\\s)?(?:${HIJRI_MONTHS})\\b(?:,?\\s1[34]\\d\\d)?|(?:${PERSIAN_MONTHS}),?\\s1[34]\\d\\d)|(?:(?:${NUMBERS}|${ENGLISH_DATE})[\\s,/]{0,2})?1[34]\\d\\d\\s?(?:a\\.?h\\b\\.?|هـ|ه\\b))`,
		'gi',
	),
	() => 'impossible',
);
