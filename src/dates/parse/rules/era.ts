import { dayOf } from '../calendar.ts';
import { readNumber } from '../numerals.ts';
import { createRule } from '../rule.ts';

/** The year before the first one of each era. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, R: 2018, 平成: 1988, H: 1988 };

/** 令和8年12月31日, R8.12.31: how dates stand on Japanese documents. */
export const era = createRule(
	/(?<![\w])(?<era>令和|平成|[RH])\s?(?<year>\d{1,2}|元)(?:年|[./-])\s?(?<month>\d{1,2})(?:月|[./-])\s?(?<date>\d{1,2})(?!\w|[./-]\d)日?/gi,
	({ era: name = '', year = '', month, date }) =>
		dayOf((ERAS[name.toUpperCase()] ?? 0) + readNumber(year), Number(month), Number(date)),
);
