import { bold, type Document, plain } from '../../../answer/document.ts';
import { answerToDocument } from '../../../answer/layout.ts';
import { lastDayOf, planOf } from '../../../reminders/plan.ts';
import { daysLeft } from '../../../reminders/schedule.ts';
import type { Reminder } from '../../../storage/reminder.ts';
import type { Content } from '../../deps.ts';
import { reminderPath } from '../../paths.ts';
import { momentText, subjectText } from '../../screens/format.ts';
import type { Asker, Screen } from '../../screens/screen.ts';
import { planList, sourceLine } from './plan-lines.ts';
import { noticeButtons } from './reminder-screen.ts';

/** Later than this a notice says so: a process may be restarted at ten o'clock. */
export const LATE_MS = 3_600_000;

type When = { now: number; today: string };

/** One notice: how many days are left, what happens then, and the steps against it. */
export function noticeScreen(content: Content, reminder: Reminder, asker: Asker, when: When): Screen {
	const plan = planOf(content.catalogue, reminder);
	return {
		document: [
			{ kind: 'title', content: bold(`⏰ ${headline(content, reminder, asker, when.now)}`) },
			...lateness(reminder, asker, when.now),
			...planList(plan, asker),
			...sourceLine(plan, asker),
			...steps(content, reminder, asker, when.today),
		],
		rows: noticeButtons(content, reminder, { t: asker.t, today: when.today }),
	};
}

/** Several at once, after a downtime: one message with a line for each. */
export function summaryScreen(content: Content, due: readonly Reminder[], asker: Asker, now: number): Screen {
	const lines = due.map((reminder) => headline(content, reminder, asker, now));
	return {
		document: [
			{ kind: 'title', content: bold(`⏰ ${asker.t('remind.due.summary', { count: due.length })}`) },
			...due.slice(0, 1).flatMap((reminder) => lateness(reminder, asker, now)),
			{ kind: 'list', ordered: false, items: lines.map(plain) },
		],
		rows: due
			.slice(0, MAX_BUTTONS)
			.map((reminder) => [{ text: subjectText(content.catalogue, reminder, asker), path: reminderPath(reminder.id) }]),
	};
}

/** As many rows as a screen holds. */
const MAX_BUTTONS = 8;

function headline({ catalogue }: Content, reminder: Reminder, asker: Asker, now: number): string {
	const count = daysLeft(lastDayOf(planOf(catalogue, reminder)), reminder.timeZone, now);
	const subject = subjectText(catalogue, reminder, asker);
	if (count > 0) {
		return asker.t('remind.due.days', { subject, count });
	}
	return asker.t(count === 0 ? 'remind.due.today' : 'remind.due.over', { subject });
}

function lateness({ due, timeZone }: Reminder, { t }: Asker, now: number): Document {
	if (due === undefined || now - due < LATE_MS) {
		return [];
	}
	return [{ kind: 'paragraph', content: plain(t('remind.due.late', { moment: momentText(due, timeZone, t) })) }];
}

/** The answer that tells how to renew, without its title. */
function steps({ compose }: Content, reminder: Reminder, { locale, t }: Asker, today: string): Document {
	const { carrier, form, rule } = reminder;
	const answer =
		carrier && rule ? compose({ procedure: rule, carrier, ...(form ? { form } : {}), locale }, today) : undefined;
	return answer ? answerToDocument(answer, t).filter(({ kind }) => kind !== 'title' && kind !== 'details') : [];
}
