import { CJK_JOINER, ENGLISH_JOINER, KOREAN_JOINER, VIETNAMESE_JOINER } from './joiners.ts';

const WEEKDAY =
	'[(（]?(?:[月火水木金土日]曜日?|[월화수목금토일]요일|(?:周|週|星期|礼拜|禮拜)[一二三四五六日天]|\\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\b)[)）]?';

/** Words that only tie the date to the sentence or repeat its weekday, in front of it and behind it. */
const BEFORE = new RegExp(
	`(?:${WEEKDAY})?(?:(?:^|\\s)(?:by|on|until|till|due|at|from|between|around|(?<!(?:days?|weeks?|months?)\\s)before|(?:v[àa]o|tr[ưu][ớo]c|h[ạa]n|[đd][ếe]n|t[ớo]i|t[ừu])(?:\\sng[àa]y)?|ng[àa]y)\\s*|(?:西元|公元|西暦|西曆)|[在于於至到]|[\\s,、，：:(（@~〜-]*)$`,
	'i',
);
const AFTER = new RegExp(
	`^\\s?(?:${WEEKDAY})?(?:までに|まで|迄|까지|에|부터|날|쯤|に|の(?!$)|で|が(?!$)|[之以]?前(?![日天])|的|[\\s,、，:：)）.。!！]+)?`,
	'i',
);
/** Between two dates nothing else is said by such words. */
const BETWEEN = new RegExp(
	`^(?:${CJK_JOINER}|${ENGLISH_JOINER}|${KOREAN_JOINER}|${VIETNAMESE_JOINER}|\\s?(?:の|は|的|at|[,，])?\\s?|まで)$`,
	'i',
);

/**
 * The words around the dates: what the person calls the card.
 * @param parts the text, cut at each date and time
 * @param sign stands in the place of each of them
 */
export function restOf(parts: readonly string[], sign = ' '): string {
	return parts
		.map((part, place) => {
			const isFirst = place === 0;
			const isLast = place === parts.length - 1;
			if (!isFirst && !isLast && BETWEEN.test(part)) return '';
			const behind = isFirst ? part : part.replace(AFTER, '');
			return isLast ? behind : behind.replace(BEFORE, '');
		})
		.join(sign)
		.replace(/\s+/g, ' ')
		.trim();
}
