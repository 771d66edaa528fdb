import { randomBytes } from 'node:crypto';
import { nextNotice } from '../../../reminders/schedule.ts';
import type { Reminder } from '../../../storage/store.ts';
import type { BotContext } from '../../context.ts';
import type { Deps } from '../../deps.ts';
import type { Plan } from './plan.ts';
import { DEFAULT_TIME_ZONE } from './plan.ts';

/** More than anybody needs, and few enough that nobody fills the store with them. */
export const MAX_REMINDERS = 20;

/** Keeps what was confirmed. @returns the path to show next */
export async function saveReminder(deps: Deps, ctx: BotContext, plan: Plan): Promise<string> {
	const { store, queue, now } = deps;
	const personId = ctx.from?.id ?? 0;
	if ((await store.listReminders(personId)).length >= MAX_REMINDERS) {
		await ctx.answerCallbackQuery({ text: ctx.t('remind.full', { count: MAX_REMINDERS }), show_alert: true });
		return '/remind/';
	}
	const { carrier, rule, from, applied } = plan;
	const timeZone = ctx.person.timeZone ?? DEFAULT_TIME_ZONE;
	const due = nextNotice({ ends: applied.ends, leadDay: applied.leadDay, timeZone, after: now() });
	const nickname = ctx.person.cards?.find((card) => card.carrier === carrier)?.nickname;
	const reminder: Reminder = {
		id: randomBytes(4).toString('hex'),
		personId,
		locale: ctx.locale,
		...(carrier === undefined ? {} : { carrier }),
		...(rule === undefined ? {} : { rule }),
		...(nickname === undefined ? {} : { label: nickname }),
		from,
		ends: applied.ends,
		timeZone,
		...(due === undefined ? {} : { due }),
	};
	await keep(deps, ctx, reminder);
	await queue.schedule(reminder);
	await ctx.answerCallbackQuery(ctx.t('remind.saved'));
	return `/remind/one-${reminder.id}/`;
}

/** What is drawn next already shows it. */
export async function keep({ store }: Deps, ctx: BotContext, reminder: Reminder): Promise<void> {
	await store.saveReminder(reminder);
	ctx.reminders = [...(ctx.reminders ?? []).filter(({ id }) => id !== reminder.id), reminder];
}
