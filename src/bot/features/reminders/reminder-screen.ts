import { bold, plain } from '../../../answer/document.ts';
import { addDays } from '../../../dates/day.ts';
import { lastDayOf, NO_CARRIER, planOf } from '../../../reminders/plan.ts';
import type { Reminder } from '../../../storage/reminder.ts';
import type { Content, Services } from '../../deps.ts';
import { answerPath, carrierPath, changeDayPath, changedDayPath, REMINDERS, reminderPath } from '../../paths.ts';
import { momentText, subjectText, zoneText } from '../../screens/format.ts';
import { backRow } from '../../screens/layout.ts';
import type { Button, Screen, ScreenNode, View } from '../../screens/screen.ts';
import { act } from './actions.ts';
import { confirmNode, DAY } from './confirm-screen.ts';
import { questionScreen, writeAction } from './day-screen.ts';
import { findReminder, goneScreen, loadReminders } from './kept.ts';
import { planList, sourceLine } from './plan-lines.ts';

type Reminders = readonly Reminder[];

/** One reminder: when it comes next, and what can be done with it. Below it, another day for it. */
export function reminderNode(content: Content, services: Services): ScreenNode<Reminders> {
	const load = loadReminders(services);
	return {
		load,
		screen: (view, reminders) => {
			const reminder = findReminder(reminders, view.path);
			return reminder ? reminderScreen(content, reminder, view) : goneScreen(content.catalogue, view);
		},
		children: new Map([
			['day', dayQuestionNode(content, services, 'day')],
			['done', dayQuestionNode(content, services, 'done')],
		]),
		dynamic: { name: DAY, node: confirmNode(content, services, load) },
		action: {
			trigger: /(done|snooze|stop|undo)$/,
			run: async (ctx, [what], path) => act(content, services, ctx, { what, path, reminders: await load(ctx) }),
		},
	};
}

/** Asks for another day of a reminder; once it is done, for the day from which it counts anew. */
function dayQuestionNode(content: Content, services: Services, what: 'day' | 'done'): ScreenNode<Reminders> {
	const load = loadReminders(services);
	return {
		load,
		screen: (view, reminders) => {
			const reminder = findReminder(reminders, view.path);
			if (!reminder) {
				return goneScreen(content.catalogue, view);
			}
			const { id } = reminder;
			return questionScreen(view, {
				title: `⏰ ${subjectText(content.catalogue, reminder, view)}`,
				deadline: planOf(content.catalogue, reminder).deadline,
				isAgain: what === 'done',
				target: (day) => changedDayPath(id, day),
				back: reminderPath(id),
				others: what === 'done' ? [{ text: view.t('remind.button.finish'), path: `${reminderPath(id)}stop` }] : [],
			});
		},
		children: new Map(),
		action: writeAction(services, async (ctx, path) => {
			const reminder = findReminder(await load(ctx), path);
			return reminder && planOf(content.catalogue, reminder).deadline;
		}),
	};
}

function reminderScreen({ catalogue }: Content, reminder: Reminder, view: View): Screen {
	const { t, person } = view;
	const { carrier, due, timeZone, id } = reminder;
	const plan = planOf(catalogue, reminder);
	const next =
		due === undefined
			? t('remind.noMore')
			: t('remind.next', { moment: momentText(due, timeZone, t), zone: zoneText(timeZone, t) });
	const back = person.asked?.subject === (carrier ?? NO_CARRIER) ? person.asked.back : undefined;
	return {
		document: [
			{ kind: 'title', content: bold(`⏰ ${subjectText(catalogue, reminder, view)}`) },
			...planList(plan, view),
			...sourceLine(plan, view),
			{ kind: 'paragraph', content: plain(next) },
		],
		rows: [
			[doneButton(reminder, t), { text: t('remind.button.changeDay'), path: changeDayPath(id, 'day') }],
			[stopButton(reminder, t), ...stepsButton(reminder, t)],
			backRow(t, back ?? REMINDERS),
		],
	};
}

/** Under a notice that is due. It can be put off for as long as acting still helps then. */
export function noticeButtons(
	content: Content,
	reminder: Reminder,
	{ t, today }: Pick<View, 't' | 'today'>,
): Button[][] {
	const plan = planOf(content.catalogue, reminder);
	const canWait = plan.meaning === 'notice' || addDays(today, 1) <= lastDayOf(plan);
	const snooze = { text: t('remind.button.snooze'), path: `${reminderPath(reminder.id)}snooze` };
	return [
		[doneButton(reminder, t), ...(canWait ? [snooze] : [])],
		[stopButton(reminder, t), ...stepsButton(reminder, t)],
	];
}

function doneButton({ id, rule }: Reminder, t: View['t']): Button {
	return { text: t(rule ? 'remind.button.done' : 'remind.button.doneOnce'), path: `${reminderPath(id)}done` };
}

function stopButton({ id }: Reminder, t: View['t']): Button {
	return { text: t('remind.button.stop'), path: `${reminderPath(id)}stop` };
}

function stepsButton({ carrier, rule }: Reminder, t: View['t']): Button[] {
	if (!carrier) {
		return [];
	}
	return [
		{ text: t('remind.button.steps'), path: rule ? answerPath({ procedure: rule, carrier }) : carrierPath(carrier) },
	];
}
