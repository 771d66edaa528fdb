import { DAY_IN_MS } from '../../../dates/day.ts';
import { nextNoticeOf, planOf } from '../../../reminders/plan.ts';
import type { Reminder } from '../../../storage/reminder.ts';
import type { BotContext } from '../../context.ts';
import type { Content, Services } from '../../deps.ts';
import { changeDayPath, REMINDERS, reminderPath } from '../../paths.ts';
import { forgetRemoved, keepRemoved } from '../../removed.ts';
import { momentText } from '../../screens/format.ts';
import { findReminder } from './kept.ts';
import { MAX_REMINDERS, replan, unplan } from './save.ts';

type Tap = { what: string | undefined; path: string; reminders: readonly Reminder[] };

/** Does what a button under a reminder says. @returns the path to show next */
export async function act(
	content: Content,
	services: Services,
	ctx: BotContext,
	tap: Tap,
): Promise<string | undefined> {
	const reminder = findReminder(tap.reminders, tap.path);
	if (tap.what === 'undo') {
		return undo(content, services, ctx, tap);
	}
	if (!reminder) {
		// What was stopped meanwhile says so, and how to have it back.
		return tap.path;
	}
	if (tap.what === 'snooze') {
		return snooze(services, ctx, reminder);
	}
	const { deadline } = planOf(content.catalogue, reminder);
	// A line is activated once; all other rules count anew from a day that only the person knows.
	if (tap.what === 'done' && deadline && deadline.from !== 'activation') {
		return changeDayPath(reminder.id, 'done');
	}
	await remove(services, ctx, reminder);
	return reminderPath(reminder.id);
}

async function snooze(services: Services, ctx: BotContext, reminder: Reminder): Promise<string> {
	const now = services.now();
	const { snoozed = 0, timeZone } = reminder;
	const isSnoozed = snoozed > now && reminder.due === snoozed;
	const due = isSnoozed ? snoozed : now + DAY_IN_MS;
	if (!isSnoozed) {
		await replan(services, { ...reminder, due, snoozed: due });
	}
	const moment = momentText(due, timeZone, ctx.t);
	await ctx.answerCallbackQuery(ctx.t(isSnoozed ? 'remind.snoozedAlready' : 'remind.snoozed', { moment }));
	return reminderPath(reminder.id);
}

/** Kept for undo first: killed in between, the reminder is still there. */
async function remove(services: Services, ctx: BotContext, reminder: Reminder): Promise<void> {
	await keepRemoved(services.store, ctx, { id: reminder.id, at: services.now(), reminder });
	await unplan(services, reminder);
}

async function undo(
	{ catalogue }: Content,
	services: Services,
	ctx: BotContext,
	{ path, reminders }: Tap,
): Promise<string> {
	const removed = ctx.person.removed?.find(({ id, reminder }) => reminder && path === reminderPath(id))?.reminder;
	if (findReminder(reminders, path)) {
		return path;
	}
	if (!removed) {
		await ctx.answerCallbackQuery({ text: ctx.t('undo.gone'), show_alert: true });
		return REMINDERS;
	}
	if (reminders.length >= MAX_REMINDERS) {
		await ctx.answerCallbackQuery({ text: ctx.t('remind.full', { count: MAX_REMINDERS }), show_alert: true });
		return path;
	}
	const { due: _old, ...reminder } = removed;
	const due = nextNoticeOf(planOf(catalogue, removed), { timeZone: removed.timeZone, after: services.now() });
	await replan(services, { ...reminder, ...(due === undefined ? {} : { due }) });
	await forgetRemoved(services.store, ctx, removed.id);
	await ctx.answerCallbackQuery(ctx.t('undo.done'));
	return path;
}
