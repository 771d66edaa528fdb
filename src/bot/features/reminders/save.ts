import { createHash } from 'node:crypto';
import { InputFile } from 'grammy';
import { toIcs } from '../../../reminders/ics.ts';
import { DEFAULT_TIME_ZONE, lastDayOf, nextNoticeOf, type Plan } from '../../../reminders/plan.ts';
import type { Reminder } from '../../../storage/reminder.ts';
import type { BotContext } from '../../context.ts';
import type { Content, Services } from '../../deps.ts';
import { REMINDERS, reminderPath } from '../../paths.ts';
import { subjectText } from '../../screens/format.ts';
import { planLines } from './plan-lines.ts';

/** More than anybody needs, and few enough that nobody fills the store with them. */
export const MAX_REMINDERS = 20;

const ID_LENGTH = 8;

type Confirmed = { plan: Plan; label: string | undefined; replaces?: Reminder };

/** Keeps what was confirmed, in the place of another where that was changed. @returns the path to show next */
export async function saveReminder(services: Services, ctx: BotContext, confirmed: Confirmed): Promise<string> {
	const { store, now } = services;
	const reminder = toReminder(ctx, confirmed, now());
	const { replaces } = confirmed;
	const kept = await store.listReminders(reminder.personId);
	if (kept.length >= MAX_REMINDERS && !replaces && !kept.some(({ id }) => id === reminder.id)) {
		await ctx.answerCallbackQuery({ text: ctx.t('remind.full', { count: MAX_REMINDERS }), show_alert: true });
		return REMINDERS;
	}
	await replan(services, reminder);
	if (replaces && replaces.id !== reminder.id) {
		await unplan(services, replaces);
	}
	await ctx.answerCallbackQuery(ctx.t('remind.saved'));
	return reminderPath(reminder.id);
}

function toReminder(ctx: BotContext, { plan, label, replaces }: Confirmed, now: number): Reminder {
	const { carrier, rule, meaning, from, applied } = plan;
	const personId = ctx.from?.id ?? 0;
	const timeZone = ctx.person.timeZone ?? DEFAULT_TIME_ZONE;
	const due = nextNoticeOf(plan, { timeZone, after: now });
	const said = meaning === 'rule' || (meaning === 'end' && carrier === undefined) ? undefined : meaning;
	return {
		id: idOf([personId, carrier, rule, from, applied.ends, label, ...(said ? [said] : [])]),
		personId,
		locale: ctx.locale,
		...(carrier === undefined ? {} : { carrier }),
		...(replaces?.form ? { form: replaces.form } : {}),
		...(rule === undefined ? {} : { rule }),
		...(said === undefined ? {} : { meaning: said }),
		...(label === undefined ? {} : { label }),
		from,
		ends: applied.ends,
		timeZone,
		...(due === undefined ? {} : { due }),
	};
}

/** The same card, rule and day are the same reminder, however often "yes" is tapped or an update comes again. */
function idOf(parts: readonly unknown[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, ID_LENGTH);
}

/** Stores a reminder, and plans its next notice. */
export async function replan({ store, queue }: Pick<Services, 'store' | 'queue'>, reminder: Reminder): Promise<void> {
	await store.saveReminder(reminder);
	await queue.schedule(reminder);
}

/** Takes a reminder out of the store, and what is planned of it. */
export async function unplan(
	{ store, queue }: Pick<Services, 'store' | 'queue'>,
	{ due: _planned, ...reminder }: Reminder,
): Promise<void> {
	await store.removeReminder(reminder.personId, reminder.id);
	await queue.schedule(reminder);
}

/** Sends the same as a file for the person's own calendar. Nothing is kept for it, and the screen stays. */
export async function sendCalendarFile(
	{ catalogue, now }: Pick<Content, 'catalogue'> & Pick<Services, 'now'>,
	ctx: BotContext,
	{ plan, label }: Confirmed,
): Promise<undefined> {
	const { carrier, applied, meaning } = plan;
	const site = catalogue.carrier(carrier ?? '')?.site;
	const file = toIcs({
		title: subjectText(catalogue, { carrier, label }, ctx),
		description: planLines(plan, ctx).join('\n'),
		...(site ? { url: site } : {}),
		ends: lastDayOf(plan),
		isOnce: meaning === 'notice',
		timeZone: ctx.person.timeZone ?? DEFAULT_TIME_ZONE,
		id: [carrier ?? 'date', applied.ends, ...(label ? [idOf([label])] : [])].join('-'),
		now: now(),
	});
	await ctx.replyWithDocument(new InputFile(Buffer.from(file), 'reminder.ics'), {
		caption: ctx.t('remind.icsCaption'),
	});
	return undefined;
}
