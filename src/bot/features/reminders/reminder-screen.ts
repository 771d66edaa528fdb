import { bold, plain } from '../../../answer/document.ts';
import { DAY_IN_MS } from '../../../dates/day.ts';
import { NO_CARRIER, planFor } from '../../../reminders/plan.ts';
import { applyRule, nextNotice, nextPeriod } from '../../../reminders/schedule.ts';
import type { Reminder } from '../../../storage/store.ts';
import type { BotContext } from '../../context.ts';
import type { Content, Services } from '../../deps.ts';
import { answerPath, REMINDERS, reminderPath, remindPath } from '../../paths.ts';
import { consequenceLines, momentText, subjectText, zoneText } from '../../screens/format.ts';
import { backRow } from '../../screens/layout.ts';
import type { Button, Screen, ScreenNode, View } from '../../screens/screen.ts';

/** A reminder by its id, in a path. */
export const REMINDER_NAME = /^one-[0-9a-f]{8}$/;

/** One reminder: when it comes next, and what can be done with it. The same buttons stand under the notice itself. */
export function reminderNode(content: Content, services: Services): ScreenNode<readonly Reminder[]> {
	const load = ({ from }: Pick<BotContext, 'from'>) => services.store.listReminders(from?.id ?? 0);
	return {
		load,
		screen: (view, reminders) => {
			const reminder = find(reminders, view.path);
			return reminder ? reminderScreen(content, reminder, view) : goneScreen(view);
		},
		children: new Map(),
		action: {
			trigger: /(done|snooze|stop)$/,
			run: async (ctx, [what], path) => {
				const reminder = find(await load(ctx), path);
				return reminder ? act(content, services, reminder, what) : REMINDERS;
			},
		},
	};
}

function find(reminders: readonly Reminder[], path: string): Reminder | undefined {
	return reminders.find(({ id }) => path.endsWith(`/one-${id}/`));
}

async function act(content: Content, services: Services, reminder: Reminder, what: string): Promise<string> {
	if (what === 'snooze') {
		await replan(services, { ...reminder, due: services.now() + DAY_IN_MS });
		return reminderPath(reminder.id);
	}
	const next = what === 'done' ? nextOf(content, services, reminder) : undefined;
	if (next) {
		await replan(services, next);
		return reminderPath(reminder.id);
	}
	await remove(services, reminder);
	return what === 'done' ? remindPath(reminder.carrier ?? NO_CARRIER) : REMINDERS;
}

/** The same for the next period, where the rule can tell when that is; otherwise the person is asked. */
function nextOf({ catalogue }: Content, { now, today }: Services, reminder: Reminder): Reminder | undefined {
	const { carrier, rule, timeZone } = reminder;
	const deadline = carrier && rule ? catalogue.procedure(carrier, rule)?.deadline : undefined;
	const from = deadline && nextPeriod(deadline, today());
	if (!deadline || from === undefined) {
		return undefined;
	}
	const { ends, leadDay } = applyRule(deadline, from);
	const { due: _past, ...kept } = reminder;
	const due = nextNotice({ ends, leadDay, timeZone, after: now() });
	return { ...kept, from, ends, ...(due === undefined ? {} : { due }) };
}

async function replan({ store, queue }: Services, reminder: Reminder): Promise<void> {
	await store.saveReminder(reminder);
	await queue.schedule(reminder);
}

async function remove({ store, queue }: Services, reminder: Reminder): Promise<void> {
	await store.removeReminder(reminder.personId, reminder.id);
	const { due: _gone, ...without } = reminder;
	await queue.schedule(without);
}

function reminderScreen({ catalogue }: Content, reminder: Reminder, view: View): Screen {
	const { t } = view;
	const { carrier, from, due, timeZone } = reminder;
	const plan = planFor(catalogue, carrier ?? NO_CARRIER, from);
	const next =
		due === undefined
			? t('remind.noMore')
			: t('remind.next', { moment: momentText(due, timeZone, t), zone: zoneText(timeZone, t) });
	return {
		document: [
			{ kind: 'title', content: bold(`⏰ ${subjectText(catalogue, reminder, view)}`) },
			{ kind: 'list', ordered: false, items: consequenceLines(plan, view).map(plain) },
			{ kind: 'paragraph', content: plain(next) },
		],
		rows: [...reminderButtons(reminder, t), backRow(t, REMINDERS)],
	};
}

/** What can be done with a reminder, under its screen and under its notice. */
export function reminderButtons({ id, carrier, rule }: Reminder, t: View['t']): Button[][] {
	const here = reminderPath(id);
	return [
		[
			{ text: t('remind.button.done'), path: `${here}done` },
			{ text: t('remind.button.snooze'), path: `${here}snooze` },
		],
		[
			{ text: t('remind.button.stop'), path: `${here}stop` },
			...(carrier && rule ? [{ text: t('remind.button.steps'), path: answerPath({ procedure: rule, carrier }) }] : []),
		],
	];
}

function goneScreen({ t }: View): Screen {
	return {
		document: [{ kind: 'paragraph', content: plain(t('remind.gone')) }],
		rows: [backRow(t, REMINDERS)],
	};
}
