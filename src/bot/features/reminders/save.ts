import { createHash } from 'node:crypto';
import { InputFile } from 'grammy';
import { toIcs } from '../../../reminders/ics.ts';
import { DEFAULT_TIME_ZONE, NO_CARRIER, type Plan } from '../../../reminders/plan.ts';
import { nextNotice } from '../../../reminders/schedule.ts';
import type { Reminder } from '../../../storage/store.ts';
import type { BotContext } from '../../context.ts';
import type { Content, Services } from '../../deps.ts';
import { REMINDERS, reminderPath } from '../../paths.ts';
import { consequenceLines, subjectText } from '../../screens/format.ts';

/** More than anybody needs, and few enough that nobody fills the store with them. */
export const MAX_REMINDERS = 20;

const ID_LENGTH = 8;

/** Keeps what was confirmed. @returns the path to show next */
export async function saveReminder({ store, queue, now }: Services, ctx: BotContext, plan: Plan): Promise<string> {
	const personId = ctx.from?.id ?? 0;
	const { carrier, rule, from, applied } = plan;
	const timeZone = ctx.person.timeZone ?? DEFAULT_TIME_ZONE;
	const due = nextNotice({ ends: applied.ends, leadDay: applied.leadDay, timeZone, after: now() });
	const { asked, cards } = ctx.person;
	const named = carrier === undefined && asked?.subject === NO_CARRIER ? asked.label : undefined;
	const label = named ?? cards?.find((card) => card.carrier === carrier)?.nickname;
	const reminder: Reminder = {
		id: idOf([personId, carrier, rule, from, applied.ends, label]),
		personId,
		locale: ctx.locale,
		...(carrier === undefined ? {} : { carrier }),
		...(rule === undefined ? {} : { rule }),
		...(label === undefined ? {} : { label }),
		from,
		ends: applied.ends,
		timeZone,
		...(due === undefined ? {} : { due }),
	};
	const kept = await store.listReminders(personId);
	if (kept.length >= MAX_REMINDERS && !kept.some(({ id }) => id === reminder.id)) {
		await ctx.answerCallbackQuery({ text: ctx.t('remind.full', { count: MAX_REMINDERS }), show_alert: true });
		return REMINDERS;
	}
	await store.saveReminder(reminder);
	await queue.schedule(reminder);
	await ctx.answerCallbackQuery(ctx.t('remind.saved'));
	return reminderPath(reminder.id);
}

/** The same card, rule and day are the same reminder, however often "yes" is tapped or an update comes again. */
function idOf(parts: readonly unknown[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, ID_LENGTH);
}

/** Sends the same as a file for the person's own calendar. Nothing is kept for it. @returns the path to show next */
export async function sendCalendarFile(
	{ catalogue, now }: Pick<Content, 'catalogue'> & Pick<Services, 'now'>,
	ctx: BotContext,
	{ plan, path }: { plan: Plan; path: string },
): Promise<string> {
	const { carrier, applied } = plan;
	const site = catalogue.carrier(carrier ?? '')?.site;
	const file = toIcs({
		title: subjectText(catalogue, plan, ctx),
		description: consequenceLines(plan, ctx).join('\n'),
		...(site ? { url: site } : {}),
		ends: applied.leadDay ?? applied.ends,
		timeZone: ctx.person.timeZone ?? DEFAULT_TIME_ZONE,
		id: `${carrier ?? 'date'}-${applied.ends}`,
		now: now(),
	});
	await ctx.replyWithDocument(new InputFile(Buffer.from(file), 'reminder.ics'), {
		caption: ctx.t('remind.icsCaption'),
	});
	return path;
}
