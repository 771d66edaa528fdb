import { bold, type Document, plain } from '../../../answer/document.ts';
import { hostOf } from '../../../answer/evidence.ts';
import { isRealDay } from '../../../dates/day.ts';
import { DEFAULT_TIME_ZONE, type Plan, planFor } from '../../../reminders/plan.ts';
import { nextNotice } from '../../../reminders/schedule.ts';
import type { Content, Services } from '../../deps.ts';
import { REMINDERS, remindPath, TIME_ZONES } from '../../paths.ts';
import { consequenceLines, dayText, momentText, subjectText, zoneText } from '../../screens/format.ts';
import { backRow } from '../../screens/layout.ts';
import type { Screen, ScreenNode, View } from '../../screens/screen.ts';
import { saveReminder, sendCalendarFile } from './save.ts';

/** A day in a path. */
export const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What follows from the day, before anything is kept: as a reminder here or as a file for one's own calendar. */
export function confirmNode(content: Content, services: Services, subject: string): ScreenNode {
	return {
		screen: (view) => confirmScreen(content, subject, view, services.now()),
		children: new Map(),
		action: {
			trigger: /(yes|ics)$/,
			run: async (ctx, [what], path) => {
				const plan = planFor(content.catalogue, subject, dayOf(path));
				return what === 'yes'
					? saveReminder(services, ctx, plan)
					: sendCalendarFile({ ...content, ...services }, ctx, { plan, path });
			},
		},
	};
}

/** The day at the end of a path. It was checked when the path was made; a forged one counts as long ago. */
function dayOf(path: string): string {
	const day = path.split('/').at(-2) ?? '';
	return isRealDay(day) ? day : '2000-01-01';
}

function confirmScreen({ catalogue }: Content, subject: string, view: View, now: number): Screen {
	const { t, path, person } = view;
	const plan = planFor(catalogue, subject, dayOf(path));
	const timeZone = person.timeZone ?? DEFAULT_TIME_ZONE;
	const { ends, leadDay } = plan.applied;
	const due = nextNotice({ ends, leadDay, timeZone, after: now });
	const document: Document = [
		{ kind: 'title', content: bold(subjectText(catalogue, { ...plan, label: labelOf(view, subject) }, view)) },
		{ kind: 'list', ordered: false, items: [...fromLines(plan, view), ...consequenceLines(plan, view)].map(plain) },
		{
			kind: 'paragraph',
			content: plain(
				due === undefined
					? t('remind.tooLate')
					: t('remind.first', { moment: momentText(due, timeZone, t), zone: zoneText(timeZone, t) }),
			),
		},
		...sourceLine(plan, view),
	];
	return {
		document,
		rows: [
			...(due === undefined
				? []
				: [
						[
							{ text: t('remind.button.yes'), path: `${path}yes` },
							{ text: t('remind.button.ics'), path: `${path}ics` },
						],
					]),
			[
				{ text: t('remind.button.otherDay'), path: remindPath(subject) },
				{ text: t('remind.button.zone'), path: TIME_ZONES },
			],
			backRow(t, REMINDERS),
		],
	};
}

/** What the person called it when they were asked. */
function labelOf({ person }: View, subject: string): string | undefined {
	return person.asked?.subject === subject ? person.asked.label : undefined;
}

function fromLines({ deadline, from }: Plan, { t }: View): string[] {
	return deadline ? [t(`remind.was.${deadline.from}`, { date: dayText(from, t) })] : [];
}

function sourceLine({ deadline }: Plan, { t }: View): Document {
	const source = deadline?.sources[0];
	return source ? [{ kind: 'footer', content: plain(t('remind.source', { host: hostOf(source.url) })) }] : [];
}
