import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Deadline } from '../catalogue/schema.ts';
import type { ProcedureId } from '../catalogue/vocabulary.ts';
import type { Reminder } from '../storage/reminder.ts';
import { type Applied, applyRule, nextNotice } from './schedule.ts';

/** In Japan, unless somebody says that they live elsewhere. */
export const DEFAULT_TIME_ZONE = 'Asia/Tokyo';

/** Stands in a path for a day that has no card and no rule. */
export const NO_CARRIER = 'date';

/**
 * What a day means to whoever names it: what the carrier's rule counts from, the end of something, or no more than the
 * day on which to be reminded.
 */
export const DAY_MEANINGS = ['rule', 'end', 'notice'] as const;
export type DayMeaning = (typeof DAY_MEANINGS)[number];

/** What a person wants to be reminded of, and what follows from the day they said. */
export type Plan = {
	carrier?: string;
	meaning: DayMeaning;
	rule?: ProcedureId;
	deadline?: Deadline;
	from: string;
	applied: Pick<Applied, 'ends' | 'leadDay' | 'grace'> & Partial<Applied>;
};

/** The deadline of a carrier. Where two are known, keeping the number counts: it is what is lost for good. */
export function ruleOf(
	{ procedures, procedure }: Catalogue,
	carrier: string,
): { rule: ProcedureId; deadline: Deadline } | undefined {
	const known = procedures(carrier).flatMap((id) => {
		const deadline = procedure(carrier, id)?.deadline;
		return deadline ? [{ rule: id, deadline }] : [];
	});
	return known.find(({ rule }) => rule === 'keep-number') ?? known[0];
}

/** What a day may mean for a card, the carrier's rule first. Where that counts from the end of a plan, the two are one. */
export function meaningsFor(catalogue: Catalogue, subject: string): DayMeaning[] {
	const from = ruleOf(catalogue, subject)?.deadline.from;
	return DAY_MEANINGS.filter(
		(meaning) => (meaning !== 'rule' || from !== undefined) && (meaning !== 'end' || from !== 'plan-end'),
	);
}

/** What a person said: a day (as 2026-12-31), and what it means. `subject` is a carrier, or no carrier. */
export type Named = { subject: string; day: string; meaning: DayMeaning };

/** What follows from a day. Where the carrier has no such rule, the day itself is what all is about. */
export function planFor(catalogue: Catalogue, { subject, day, meaning }: Named): Plan {
	const carrier = catalogue.carrier(subject)?.id;
	const known = carrier === undefined || meaning !== 'rule' ? undefined : ruleOf(catalogue, carrier);
	return {
		...(carrier === undefined ? {} : { carrier }),
		...known,
		meaning: meaning === 'rule' && !known ? 'end' : meaning,
		from: day,
		applied: known ? applyRule(known.deadline, day) : { ends: day },
	};
}

/** What the day of a reminder means. One from before days had meanings follows the carrier's rule, if it has one. */
export function meaningOf({ meaning, rule }: Pick<Reminder, 'meaning' | 'rule'>): DayMeaning {
	return meaning ?? (rule === undefined ? 'end' : 'rule');
}

/** The plan of a reminder that is kept. */
export function planOf(catalogue: Catalogue, reminder: Reminder): Plan {
	const { carrier = NO_CARRIER, from } = reminder;
	return planFor(catalogue, { subject: carrier, day: from, meaning: meaningOf(reminder) });
}

/** The next notice of a plan, as `nextNotice` gives it. A day that is only a reminder has one, on the day itself. */
export function nextNoticeOf(
	{ applied: { ends, leadDay }, meaning }: Plan,
	question: { timeZone: string; after: number; told?: boolean },
): number | undefined {
	return nextNotice({ ...question, ends, leadDay, isOnce: meaning === 'notice' });
}

/** The last day on which acting helps. */
export function lastDayOf({ applied }: Plan): string {
	return applied.leadDay ?? applied.ends;
}

/** The page that gives a rule's days: the carrier's own where it names them, else the first. */
export function ruleSource({ days, sources }: Deadline): { url: string; isOfficial: boolean } | undefined {
	const named = new RegExp(`(?<!\\d)${days}(?!\\d)`);
	const own = sources.find(({ official, says }) => official && (days === 0 || named.test(says)));
	const first = own ?? sources.find(({ official }) => !official) ?? sources[0];
	return first && { url: first.url, isOfficial: own !== undefined };
}
