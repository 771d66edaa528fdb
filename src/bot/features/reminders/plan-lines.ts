import type { Document } from '../../../answer/document.ts';
import { plain } from '../../../answer/document.ts';
import { hostOf } from '../../../answer/evidence.ts';
import { lastDayOf, type Plan, ruleSource } from '../../../reminders/plan.ts';
import { dayText } from '../../screens/format.ts';
import type { Asker } from '../../screens/screen.ts';

type Event = { day: string; what: string; isFromRule?: boolean };

/** What happens when: a line for each day, in the order of time. @param withStart with the day that the person said */
export function planLines(plan: Plan, asker: Asker, withStart = false): string[] {
	if (plan.meaning === 'notice') {
		// That is the reminder itself.
		return [];
	}
	const events = [...(withStart || !plan.deadline ? [startOf(plan, asker)] : []), ...ruleEvents(plan, asker)];
	const days = [...new Set(events.map(({ day }) => day))].sort();
	return days.map((day) =>
		lineOf(
			day,
			events.filter((event) => event.day === day),
			plan,
			asker,
		),
	);
}

function startOf({ deadline, from, carrier }: Plan, { t }: Asker): Event {
	if (deadline) {
		return { day: from, what: t(`remind.was.${deadline.from}`) };
	}
	return { day: from, what: carrier === undefined ? '' : t('remind.was.end') };
}

/** Where nothing is accepted after the last day, what happens then happens after it and not on it. */
function ruleEvents(plan: Plan, { t }: Asker): Event[] {
	const { ends, then, grace } = plan.applied;
	if (!plan.deadline || !then) {
		return [];
	}
	const last = lastDayOf(plan);
	return [
		{ day: last, what: t('remind.lead'), isFromRule: true },
		{ day: ends, what: t(last === ends ? `remind.after.${then}` : `remind.then.${then}`), isFromRule: true },
		...(grace ? [{ day: grace.day, what: t(`remind.then.${grace.then}`), isFromRule: true }] : []),
	];
}

function lineOf(day: string, events: readonly Event[], { deadline }: Plan, { t }: Asker): string {
	const date = dayText(day, t);
	const what = events.map((event) => event.what).join(t('remind.and'));
	if (what === '') {
		return date;
	}
	const isSure = !events.some(({ isFromRule }) => isFromRule) || (deadline && ruleSource(deadline)?.isOfficial);
	return t(isSure ? 'remind.line' : 'remind.unsureLine', { date, what });
}

/** The same as a list, where there is anything to say. */
export function planList(plan: Plan, asker: Asker, withStart = false): Document {
	const items = planLines(plan, asker, withStart).map(plain);
	return items.length > 0 ? [{ kind: 'list', ordered: false, items }] : [];
}

/** Whose rule it is. One that the carrier's own page does not give is not the carrier's. */
export function sourceLine({ deadline }: Plan, { t }: Asker): Document {
	const source = deadline && ruleSource(deadline);
	if (!source) {
		return [];
	}
	const text = t(source.isOfficial ? 'remind.source' : 'remind.unofficial', { host: hostOf(source.url) });
	return [{ kind: source.isOfficial ? 'footer' : 'paragraph', content: plain(text) }];
}
