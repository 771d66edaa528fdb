import { type Line, plain } from '../../../answer/document.ts';
import { likeliestDay, otherDay } from '../../../reminders/likeliest-day.ts';
import { DEFAULT_TIME_ZONE, NO_CARRIER, planOf, ruleOf } from '../../../reminders/plan.ts';
import { UNREAD_PERSON } from '../../../storage/fallback.ts';
import type { Reminder } from '../../../storage/reminder.ts';
import type { Asked } from '../../../storage/settings.ts';
import type { Reading } from '../../../understand/reading.ts';
import type { BotContext } from '../../context.ts';
import type { Extras } from '../../deliver/extra-buttons.ts';
import type { Content, Services } from '../../deps.ts';
import { changeDayPath, changedDayPath, REMINDER_NAME, REMINDERS, remindPath } from '../../paths.ts';
import { cardTitle, dayText, zoneText } from '../../screens/format.ts';
import { meaningPath } from './confirm-screen.ts';
import { findReminder, loadReminders } from './kept.ts';
import { ask, openQuestion } from './question.ts';

type Resolved = Extras & { path: string };
type Deps = Content & Services;

/** The screen for words that may name a carrier and a day. */
export function resolveReminder(deps: Deps, ctx: BotContext, reading: Reading): Resolved {
	const { date, carrier, text, reminder } = reading;
	if (ctx.person === UNREAD_PERSON && reading.isDay && !carrier) {
		// It may answer a question about a card, which is not at hand now.
		return { path: remindPath('pick'), notice: plain(ctx.t('remind.lookup')) };
	}
	if (date?.kind === 'date') {
		return resolveDay(deps, ctx, reading, date);
	}
	const path = carrier ? remindPath(carrier) : REMINDERS;
	if (date) {
		return { path, notice: plain(ctx.t('remind.impossible', { text: date.text })) };
	}
	if (carrier && reminder.name !== '') {
		ask(ctx, deps.now(), { subject: carrier, label: reminder.name });
	}
	const isUnclear = text.trim() !== '' && !carrier && !reminder.asks;
	return { path, ...(isUnclear ? { notice: plain(ctx.t('remind.noDate')) } : {}) };
}

type NamedDay = Extract<Reading['date'], { kind: 'date' }>;

/**
 * Where no carrier is named and nothing else either, the only card is meant; of several, one is chosen by a button. Words
 * that are no carrier's are the reminder's name, and take no carrier's rule.
 */
function resolveDay(deps: Deps, ctx: BotContext, reading: Reading, date: NamedDay): Resolved {
	const { name, asks } = reading.reminder;
	const cards = name === '' && !asks ? (ctx.person.cards ?? []) : [];
	const [only, ...others] = cards;
	const subject = reading.carrier ?? (only && others.length === 0 ? only.carrier : NO_CARRIER);
	if (name !== '') {
		ask(ctx, deps.now(), { subject, label: name });
	}
	const shown = dayScreen(ctx, meant(deps, { subject, isAnswer: false }, reading, date), date);
	const choices = subject === NO_CARRIER ? cards : [];
	const ofCards = choices.map((card) => {
		const { day, pathOf } = meant(deps, { subject: card.carrier, isAnswer: false }, reading, date);
		return { text: cardTitle(deps.catalogue, card, ctx), path: pathOf(day) };
	});
	return { ...shown, buttons: [...(shown.buttons ?? []), ...ofCards] };
}

/** What is taken of a day that was named: the likeliest one, the other that it may be, and where a day leads. */
type Meant = { day: string; other: string | undefined; pathOf: (day: string) => string };

/** The screen of the likeliest day, what has to be said of it, and the other days that were named or may be meant. */
function dayScreen(
	{ t, person }: Pick<BotContext, 't' | 'person'>,
	{ day, other, pathOf }: Meant,
	date: NamedDay,
): Resolved {
	const others = (date.others ?? []).filter((one) => one !== day && one !== other);
	const notice = noticeFor({ t, person }, date);
	return {
		path: pathOf(day),
		...(notice ? { notice } : {}),
		buttons: [
			...(other ? [{ text: t('remind.button.otherYear', { date: dayText(other, t) }), path: pathOf(other) }] : []),
			...others.map((one) => ({ text: dayText(one, t), path: pathOf(one) })),
		],
	};
}

/** What the person asked for and does not get: two days in one reminder, or another hour. */
function noticeFor({ t, person }: Pick<BotContext, 't' | 'person'>, { others = [], time }: NamedDay): Line | undefined {
	if (others.length > 0) {
		return plain(t('remind.several', { count: others.length }));
	}
	const zone = zoneText(person.timeZone ?? DEFAULT_TIME_ZONE, t);
	return time === undefined ? undefined : plain(t('remind.hour', { time, zone }));
}

/** The card that a day is for, and whether it was asked for. */
type About = { subject: string; isAnswer: boolean; asked?: Asked };

function meant(deps: Deps, { subject, isAnswer, asked }: About, { reminder }: Reading, written: NamedDay): Meant {
	const { catalogue } = deps;
	const { asks, isEnd } = reminder;
	const deadline = ruleOf(catalogue, subject)?.deadline;
	const today = deps.today();
	const { meaning, day } =
		asked?.meaning && !asks
			? { meaning: asked.meaning, day: written.day }
			: likeliestDay(written, { deadline, today, isAnswer, asks, isEnd });
	const other = isAnswer || !asks ? otherDay(deadline, written, day, today) : undefined;
	return { day, other, pathOf: (one) => meaningPath(catalogue, { subject, meaning, day: one }) };
}

/** The same for a reminder that is kept: what its day means stays. */
function meantFor(deps: Deps, kept: Reminder, written: NamedDay): Meant {
	const { deadline } = planOf(deps.catalogue, kept);
	const today = deps.today();
	const { day } = likeliestDay(written, { deadline, today, isAnswer: true, asks: false, isEnd: false });
	return { day, other: otherDay(deadline, written, day, today), pathOf: (one) => changedDayPath(kept.id, one) };
}

/**
 * The screen for words that answer the question on which day it was. The card that was asked about stays, unless the words
 * name another.
 * @returns undefined where they are no answer
 */
export async function answerQuestion(deps: Deps, ctx: BotContext, reading: Reading): Promise<Resolved | undefined> {
	const asked = openQuestion(ctx, deps.now());
	const { date, carrier, reminder, text } = reading;
	const isOtherQuestion = /[?？]\s*$/.test(text);
	const isOwnRequest = reminder.asks && (carrier !== undefined || reminder.name !== '');
	if (!asked || !date || isOtherQuestion || isOwnRequest) {
		return undefined;
	}
	const kept = findReminder(await keptReminders(deps, ctx, asked), remindPath(asked.subject));
	if (date.kind !== 'date') {
		const path = kept ? changeDayPath(kept.id, 'day') : remindPath(carrier ?? asked.subject);
		return { path, notice: plain(ctx.t('remind.impossible', { text: date.text })) };
	}
	if (kept && (carrier === undefined || carrier === kept.carrier)) {
		return dayScreen(ctx, meantFor(deps, kept, date), date);
	}
	const subject = carrier ?? asked.subject;
	const about = { subject, isAnswer: true, ...(subject === asked.subject ? { asked } : {}) };
	return dayScreen(ctx, meant(deps, about, reading, date), date);
}

/** Read only where the question is about one of them. */
async function keptReminders(deps: Deps, ctx: BotContext, { subject }: Asked): Promise<readonly Reminder[]> {
	return REMINDER_NAME.test(subject) ? loadReminders(deps)(ctx) : [];
}
