import { bold, plain } from '../../../answer/document.ts';
import { DAY_IN_MS } from '../../../dates/day.ts';
import { applyRule, nextNotice, nextPeriod } from '../../../reminders/schedule.ts';
import type { Reminder } from '../../../storage/store.ts';
import type { BotContext } from '../../context.ts';
import type { Deps } from '../../deps.ts';
import { wayBack } from '../../screens/layout.ts';
import type { Button, Screen, ScreenNode, View } from '../../screens/screen.ts';
import { consequenceLines, momentText, subjectText, zoneText } from './format.ts';
import { NO_CARRIER, planFor } from './plan.ts';
import { keep } from './save.ts';

/** A reminder by its id, in a path. */
export const REMINDER_NAME = /^one-[0-9a-f]{8}$/;

/** One reminder: when it comes next, and what can be done with it. The same buttons stand under the notice itself. */
export function reminderNode(deps: Deps): ScreenNode {
	return {
		screen: (view) => {
			const reminder = find(view.reminders, view.path);
			return reminder ? reminderScreen(deps, reminder, view) : goneScreen(view);
		},
		children: new Map(),
		action: {
			trigger: /(done|snooze|stop)$/,
			run: async (ctx, [what], path) => {
				const reminder = find(ctx.reminders ?? [], path);
				return reminder ? act(deps, ctx, reminder, what) : '/remind/';
			},
		},
	};
}

function find(reminders: readonly Reminder[], path: string): Reminder | undefined {
	return reminders.find(({ id }) => path.endsWith(`/one-${id}/`));
}

async function act(deps: Deps, ctx: BotContext, reminder: Reminder, what: string): Promise<string> {
	if (what === 'snooze') {
		await replan(deps, ctx, { ...reminder, due: deps.now() + DAY_IN_MS });
		return `/remind/one-${reminder.id}/`;
	}
	const next = what === 'done' ? nextOf(deps, reminder) : undefined;
	if (next) {
		await replan(deps, ctx, next);
		return `/remind/one-${reminder.id}/`;
	}
	await remove(deps, ctx, reminder);
	return what === 'done' ? `/remind/${reminder.carrier ?? NO_CARRIER}/` : '/remind/';
}

/** The same for the next period, where the rule can tell when that is; otherwise the person is asked. */
function nextOf({ catalogue, now, today }: Deps, reminder: Reminder): Reminder | undefined {
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

async function replan(deps: Deps, ctx: BotContext, reminder: Reminder): Promise<void> {
	await keep(deps, ctx, reminder);
	await deps.queue.schedule(reminder);
}

async function remove({ store, queue }: Deps, ctx: BotContext, reminder: Reminder): Promise<void> {
	await store.removeReminder(reminder.personId, reminder.id);
	ctx.reminders = (ctx.reminders ?? []).filter(({ id }) => id !== reminder.id);
	const { due: _gone, ...without } = reminder;
	await queue.schedule(without);
}

function reminderScreen({ catalogue }: Deps, reminder: Reminder, view: View): Screen {
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
		rows: [...reminderButtons(reminder, t), wayBack(t, '/remind/')],
	};
}

/** What can be done with a reminder, under its screen and under its notice. */
export function reminderButtons({ id, carrier, rule }: Reminder, t: View['t']): Button[][] {
	const here = `/remind/one-${id}/`;
	return [
		[
			{ text: t('remind.button.done'), path: `${here}done` },
			{ text: t('remind.button.snooze'), path: `${here}snooze` },
		],
		[
			{ text: t('remind.button.stop'), path: `${here}stop` },
			...(carrier && rule ? [{ text: t('remind.button.steps'), path: `/${rule}/${carrier}/` }] : []),
		],
	];
}

function goneScreen({ t }: View): Screen {
	return {
		document: [{ kind: 'paragraph', content: plain(t('remind.gone')) }],
		rows: [wayBack(t, '/remind/')],
	};
}
