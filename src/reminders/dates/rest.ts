const WEEKDAY =
	'[(（]?(?:[月火水木金土日]曜日?|(?:周|週|星期|礼拜|禮拜)[一二三四五六日天]|\\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\b)[)）]?';

/** Words that only tie the date to the sentence or repeat its weekday, in front of it and behind it. */
const BEFORE = new RegExp(`(?:${WEEKDAY})?(?:(?:^|\\s)(?:by|on|until|till|due|at)\\s*|[\\s,、，:：(（@~〜-]*)$`, 'i');
const AFTER = new RegExp(`^\\s?(?:${WEEKDAY})?(?:までに|まで|迄|に(?=\\s|$)|之前|以前|[\\s,、，:：)）.。!！]+)?`, 'i');

/** The words around the date, which stands from `start` to `end`: what the person calls the card. */
export function restOf(text: string, start: number, end: number): string {
	const before = text.slice(0, start).replace(BEFORE, '');
	const after = text.slice(end).replace(AFTER, '');
	return `${before} ${after}`.replace(/\s+/g, ' ').trim();
}
