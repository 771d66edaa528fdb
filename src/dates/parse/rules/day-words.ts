import { dayOf, later, partsOf } from '../calendar.ts';
import { createRule } from '../rule.ts';

/** Longer words first: the end of "day after tomorrow" is not tomorrow. */
const DAYS: readonly (readonly [words: string, days: number])[] = [
	['\\b(?:the )?day after tomorrow\\b', 2],
	['\\b(?:the )?day before yesterday\\b', -2],
	['\\btomorrow\\b', 1],
	['\\byesterday\\b', -1],
	['\\b(?:today|tonight)\\b', 0],
	['明々後日|しあさって|大后天|大後天', 3],
	['明後日|(?<![ぁ-ん])あさって|(?<!以)后天|(?<!以)後天', 2],
	['明日|(?<![ぁ-ん])あした|明天|明[早晚晩]|[听聽]日', 1],
	['一昨日|(?<![ぁ-ん])おととい|前天', -2],
	['昨日|(?<![ぁ-ん])きのう|昨天', -1],
	['今日|本日|今天|今[早晚晩夜]', 0],
];

/** Words that are a day by themselves: tomorrow, 明後日, 后天. */
export const dayWord = createRule(
	new RegExp(DAYS.map(([words], index) => `(?<n${index}>${words})`).join('|'), 'gi'),
	(groups, { today }) => {
		const found = DAYS.find((_, index) => groups[`n${index}`] !== undefined);
		return found && later({ days: found[1] }, today);
	},
);

/** 年底, 来年末, end of the year: the 31st of December. */
export const yearEnd = createRule(
	/(?<next>来年|來年|明年)?(?:今年)?の?(?:年底|年末|(?<=[来來明今]年の?)[末底])|\bend of (?:the |this |(?<following>next ))?year\b|\byear[- ]end\b/gi,
	({ next, following }, { today }) => dayOf(partsOf(today).year + (next || following ? 1 : 0), 12, 31),
);
