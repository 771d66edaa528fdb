import { type Line, plain } from '../../../answer/document.ts';
import { likeliestDay, otherDay, type WrittenDay } from '../../../reminders/likeliest-day.ts';
import { DEFAULT_TIME_ZONE, meaningOf, NO_CARRIER, ruleOf } from '../../../reminders/plan.ts';
import { UNREAD_PERSON } from '../../../storage/fallback.ts';
import type { Asked } from '../../../storage/settings.ts';
import type { Reading } from '../../../understand/reading.ts';
import type { BotContext } from '../../context.ts';
import type { Extras } from '../../deliver/extra-buttons.ts';
import type { Content, Services } from '../../deps.ts';
import { changedDayPath, REMINDERS, remindPath } from '../../paths.ts';
import { cardTitle, dayText, zoneText } from '../../screens/format.ts';
import { meaningPath } from './confirm-screen.ts';
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
	const shown = dayScreen(deps, ctx, { subject, isAnswer: false }, reading, date);
	const choices = subject === NO_CARRIER ? cards : [];
	const ofCards = choices.map((card) => ({
		text: cardTitle(deps.catalogue, card, ctx),
		path: pathFor(deps, { subject: card.carrier, isAnswer: false }, reading, date),
	}));
	return { ...shown, buttons: [...(shown.buttons ?? []), ...ofCards] };
}

/** The screen of the likeliest day, what has to be said of it, and the other days that were named or may be meant. */
function dayScreen(deps: Deps, ctx: BotContext, about: About, reading: Reading, date: NamedDay): Resolved {
	const path = pathFor(deps, about, reading, date);
	const taken = path.split('/').find((part) => /^\d{4}-/.test(part)) ?? date.day;
	const other =
		about.isAnswer || !reading.reminder.asks
			? otherDay(deadlineOf(deps, about.subject), writtenDay(date), taken, deps.today())
			: undefined;
	const others = (date.others ?? []).filter((day) => day !== taken && day !== other);
	const notice = noticeFor(ctx, date);
	return {
		path,
		...(notice ? { notice } : {}),
		buttons: [
			...(other ? [{ text: otherYearText(other, ctx), path: path.replace(taken, other) }] : []),
			...others.map((day) => ({ text: dayText(day, ctx.t), path: path.replace(taken, day) })),
		],
	};
}

function otherYearText(day: string, { t }: BotContext): string {
	return t('remind.button.otherYear', { date: dayText(day, t) });
}

/** What the person asked for and does not get: two days in one reminder, or another hour. */
function noticeFor({ t, person }: BotContext, { others = [], time }: NamedDay): Line | undefined {
	if (others.length > 0) {
		return plain(t('remind.several', { count: others.length }));
	}
	const zone = zoneText(person.timeZone ?? DEFAULT_TIME_ZONE, t);
	return time === undefined ? undefined : plain(t('remind.hour', { time, zone }));
}

/** The card that a day is for, and whether it was asked for. */
type About = { subject: string; isAnswer: boolean; asked?: Asked };

function pathFor(deps: Deps, { subject, isAnswer, asked }: About, { reminder }: Reading, date: NamedDay): string {
	const written = writtenDay(date);
	if (asked?.meaning && !reminder.asks) {
		return meaningPath(deps.catalogue, { subject, day: written.day, meaning: asked.meaning });
	}
	const { asks, isEnd } = reminder;
	const circumstances = { deadline: deadlineOf(deps, subject), today: deps.today(), isAnswer, asks, isEnd };
	return meaningPath(deps.catalogue, { subject, ...likeliestDay(written, circumstances) });
}

function writtenDay({ day, repeats }: NamedDay): WrittenDay {
	return { day, repeats };
}

function deadlineOf({ catalogue }: Pick<Content, 'catalogue'>, subject: string) {
	return ruleOf(catalogue, subject)?.deadline;
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
	const kept = asked.subject.startsWith('one-') ? await keptReminder(deps, ctx, asked.subject) : undefined;
	if (date.kind !== 'date') {
		const path = kept ? `${REMINDERS}${asked.subject}/day/` : remindPath(carrier ?? asked.subject);
		return { path, notice: plain(ctx.t('remind.impossible', { text: date.text })) };
	}
	if (kept && (carrier === undefined || carrier === kept.carrier)) {
		return anotherDay(deps, ctx, kept, date);
	}
	const subject = carrier ?? asked.subject;
	return dayScreen(
		deps,
		ctx,
		{ subject, isAnswer: true, ...(subject === asked.subject ? { asked } : {}) },
		reading,
		date,
	);
}

type Kept = NonNullable<Awaited<ReturnType<typeof keptReminder>>>;

async function keptReminder({ store }: Deps, { from }: BotContext, subject: string) {
	const reminders = await store.listReminders(from?.id ?? 0);
	return reminders.find(({ id }) => subject === `one-${id}`);
}

function anotherDay(deps: Deps, ctx: BotContext, kept: Kept, date: NamedDay): Resolved {
	const subject = kept.carrier ?? NO_CARRIER;
	const deadline = meaningOf(kept) === 'rule' ? deadlineOf(deps, subject) : undefined;
	const written = writtenDay(date);
	const circumstances = { deadline, today: deps.today(), isAnswer: true, asks: false, isEnd: false };
	const { day } = likeliestDay(written, circumstances);
	const other = otherDay(deadline, written, day, deps.today());
	const notice = noticeFor(ctx, date);
	return {
		path: changedDayPath(kept.id, day),
		...(notice ? { notice } : {}),
		buttons: other ? [{ text: otherYearText(other, ctx), path: changedDayPath(kept.id, other) }] : [],
	};
}
