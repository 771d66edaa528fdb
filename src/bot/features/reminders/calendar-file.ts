import { InputFile } from 'grammy';
import { toIcs } from '../../../reminders/ics.ts';
import type { BotContext } from '../../context.ts';
import type { Deps } from '../../deps.ts';
import { consequenceLines, subjectText } from './format.ts';
import type { Plan } from './plan.ts';
import { DEFAULT_TIME_ZONE } from './plan.ts';

/** Sends the same as a file for the person's own calendar. Nothing is kept for it. @returns the path to show next */
export async function sendCalendarFile(
	{ catalogue, now }: Deps,
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
