import { bold, type Document, plain } from '../../../answer/document.ts';
import { isRealDay } from '../../../dates/day.ts';
import { lastSuch, looksBack, nextSuch } from '../../../reminders/likeliest-day.ts';
import {
	DAY_MEANINGS,
	type DayMeaning,
	DEFAULT_TIME_ZONE,
	meaningOf,
	meaningsFor,
	NO_CARRIER,
	nextNoticeOf,
	type Plan,
	planFor,
	ruleOf,
} from '../../../reminders/plan.ts';
import type { Reminder } from '../../../storage/reminder.ts';
import type { Content, Services } from '../../deps.ts';
import { changeDayPath, REMINDER_NAME, REMINDERS, reminderPath, remindPath, TIME_ZONES } from '../../paths.ts';
import { momentText, subjectText, zoneText } from '../../screens/format.ts';
import { backRow } from '../../screens/layout.ts';
import type { Button, Screen, ScreenNode, View } from '../../screens/screen.ts';
import { findReminder, goneScreen, type loadReminders } from './kept.ts';
import { planList, sourceLine } from './plan-lines.ts';
import { saveReminder, sendCalendarFile } from './save.ts';

/** A day in a path. */
export const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What is to be confirmed: a plan, how the person calls it, and the reminder that it changes, if any. */
type Confirmed = { subject: string; plan: Plan; label: string | undefined; replaces?: Reminder };

/**
 * What follows from a day, before anything is kept: as a reminder here or as a file for one's own calendar. What the day
 * means stands behind it in the path, where it is not what the carrier's rule counts from.
 * @param load the reminders of whoever asks, where one of them is changed
 */
export function confirmNode(
	content: Content,
	services: Services,
	load: ReturnType<typeof loadReminders> = async () => [],
): ScreenNode<readonly Reminder[]> {
	const node: ScreenNode<readonly Reminder[]> = {
		load,
		screen: (view, reminders) => {
			const confirmed = readPath(content, view.path, view.person, reminders);
			return confirmed ? confirmScreen(content, confirmed, view, services.now()) : goneScreen(content.catalogue, view);
		},
		children: new Map(),
		action: {
			trigger: /(yes|ics)$/,
			run: async (ctx, [what], path) => {
				const confirmed = readPath(content, path, ctx.person, await load(ctx));
				if (!confirmed) {
					return REMINDERS;
				}
				return what === 'yes'
					? saveReminder(services, ctx, confirmed)
					: sendCalendarFile({ ...content, ...services }, ctx, confirmed);
			},
		},
	};
	return { ...node, children: new Map(DAY_MEANINGS.filter((one) => one !== 'rule').map((one) => [one, node])) };
}

/** @returns undefined for a reminder that is gone */
function readPath(
	{ catalogue }: Content,
	path: string,
	{ asked, cards }: View['person'],
	reminders: readonly Reminder[],
): Confirmed | undefined {
	const [, , subject = '', said = '', wanted] = path.split('/');
	// It was checked when the path was made; a forged one counts as long ago.
	const day = isRealDay(said) ? said : '2000-01-01';
	if (REMINDER_NAME.test(subject)) {
		const replaces = findReminder(reminders, path);
		const of = replaces?.carrier ?? NO_CARRIER;
		return (
			replaces && {
				subject: of,
				plan: planFor(catalogue, { subject: of, day, meaning: meaningOf(replaces) }),
				label: replaces.label,
				replaces,
			}
		);
	}
	const meaning = DAY_MEANINGS.find((one) => one === wanted) ?? 'rule';
	const label = asked?.subject === subject ? asked.label : undefined;
	return {
		subject,
		plan: planFor(catalogue, { subject, day, meaning }),
		label: label ?? cards?.find(({ carrier }) => carrier === subject)?.nickname,
	};
}

function confirmScreen(
	content: Content,
	{ subject, plan, label, replaces }: Confirmed,
	view: View,
	now: number,
): Screen {
	const { t, person } = view;
	const timeZone = person.timeZone ?? DEFAULT_TIME_ZONE;
	const due = nextNoticeOf(plan, { timeZone, after: now });
	const first = plan.meaning === 'notice' ? 'remind.once' : 'remind.first';
	const document: Document = [
		{ kind: 'title', content: bold(subjectText(content.catalogue, { ...plan, label }, view)) },
		...planList(plan, view, true),
		...sourceLine(plan, view),
		{
			kind: 'paragraph',
			content: plain(
				due === undefined
					? t('remind.tooLate')
					: t(first, { moment: momentText(due, timeZone, t), zone: zoneText(timeZone, t) }),
			),
		},
	];
	const back = person.asked?.subject === subject ? person.asked.back : undefined;
	const keep = [
		{ text: t('remind.button.yes'), path: `${view.path}yes` },
		{ text: t('remind.button.ics'), path: `${view.path}ics` },
	];
	const otherDay = replaces ? changeDayPath(replaces.id, 'day') : remindPath(subject);
	return {
		document,
		rows: [
			...(due === undefined ? [] : [keep]),
			...(replaces ? [] : meaningButtons(content, { subject, plan }, view).map((button) => [button])),
			[
				{ text: t('remind.button.otherDay'), path: otherDay },
				{ text: t('remind.button.zone'), path: TIME_ZONES },
			],
			backRow(t, replaces ? reminderPath(replaces.id) : (back ?? REMINDERS)),
		],
	};
}

/** What else the day may mean, one tap away. What was taken is ticked. */
function meaningButtons(
	{ catalogue }: Content,
	{ subject, plan }: Pick<Confirmed, 'subject' | 'plan'>,
	{ t, today }: View,
): Button[] {
	const known = ruleOf(catalogue, subject);
	const textOf = (meaning: DayMeaning): string => {
		if (meaning === 'notice') {
			return t('remind.means.notice');
		}
		if (meaning === 'rule') {
			return known ? t(`remind.means.${known.deadline.from}`) : '';
		}
		return t(
			!catalogue.carrier(subject) ? 'remind.means.ahead' : known ? 'remind.means.numberEnds' : 'remind.means.end',
		);
	};
	const dayFor = (meaning: DayMeaning): string => {
		if (meaning !== 'rule') {
			return nextSuch(plan.from, today);
		}
		return known && looksBack(known.deadline) ? lastSuch(plan.from, today) : plan.from;
	};
	return meaningsFor(catalogue, subject).map((meaning) => ({
		text: meaning === plan.meaning ? `✓ ${textOf(meaning)}` : textOf(meaning),
		path: meaningPath(catalogue, { subject, meaning, day: meaning === plan.meaning ? plan.from : dayFor(meaning) }),
	}));
}

/** The path of a day; what it means is left out where the carrier has no rule to tell it from. */
export function meaningPath(
	catalogue: Content['catalogue'],
	{ subject, day, meaning }: { subject: string; day: string; meaning: DayMeaning },
): string {
	const isPlain = meaning === 'rule' || (meaning === 'end' && !ruleOf(catalogue, subject));
	return remindPath(subject, day, isPlain ? undefined : meaning);
}
