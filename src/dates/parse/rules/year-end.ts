import { dayOf } from '../calendar.ts';
import { createRule, partsOf } from '../rule.ts';

/** 年底, 来年末, end of the year: the 31st of December. */
export const yearEnd = createRule(
	/(?<next>来年|來年|明年)?(?:今年)?の?(?:年底|年末|(?<=[来來明今]年の?)[末底])|\bend of (?:the |this |(?<following>next ))?year\b|\byear[- ]end\b/gi,
	({ next, following }, { today }) => dayOf(partsOf(today).year + (next || following ? 1 : 0), 12, 31),
);
