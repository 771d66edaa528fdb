import { Composer } from 'grammy';
import { plain } from '../../../answer/document.ts';
import { cutText } from '../../../cut-text.ts';
import { daysBetween, isRealDay } from '../../../dates/day.ts';
import { NO_CARRIER, ruleOf } from '../../../reminders/plan.ts';
import type { Reading } from '../../../understand/reading.ts';
import type { BotContext } from '../../context.ts';
import type { Extras } from '../../deliver/extra-buttons.ts';
import type { Deliver } from '../../deliver/index.ts';
import type { Deps } from '../../deps.ts';
import { REMINDERS, remindPath } from '../../paths.ts';
import { cardTitle, dayText } from '../../screens/format.ts';
import { openQuestion } from './question.ts';

/** `/remind` opens the reminders; `/remind povo 12月31日` leads to what follows from that day. */
export function remindCommand(deps: Deps, deliver: Deliver): Composer<BotContext> {
	const composer = new Composer<BotContext>();
	composer.command('remind', (ctx) => {
		const reading = deps.interpret(ctx.match, { today: deps.today(), locale: ctx.locale });
		const { path, ...extras } = resolveReminder(deps, ctx, reading);
		return deliver(ctx, path, extras);
	});
	return composer;
}

/** The screen for words that may name a carrier and a day. */
export function resolveReminder(deps: Deps, ctx: BotContext, reading: Reading): Extras & { path: string } {
	const { date, carrier, text } = reading;
	if (date?.kind === 'date') {
		return resolveDay(deps, ctx, { day: date.day, hasYear: date.hasYear, carrier, words: date.rest });
	}
	const path = carrier ? remindPath(carrier) : REMINDERS;
	if (date) {
		return { path, notice: plain(ctx.t('remind.impossible', { text: date.text })) };
	}
	const isUnclear = text.trim() !== '' && !carrier;
	return { path, ...(isUnclear ? { notice: plain(ctx.t('remind.noDate')) } : {}) };
}

/**
 * The screen for words that answer the question on which day it was. The card that was asked about stays, unless the words
 * name another.
 * @returns undefined where they are no answer
 */
export function answerQuestion(deps: Deps, ctx: BotContext, reading: Reading): (Extras & { path: string }) | undefined {
	const asked = openQuestion(ctx, deps.now());
	if (!asked || !reading.date) {
		return undefined;
	}
	const subject = reading.carrier ?? asked.subject;
	if (reading.date.kind !== 'date') {
		return { path: remindPath(subject), notice: plain(ctx.t('remind.impossible', { text: reading.date.text })) };
	}
	return daysFor(deps, ctx, subject, reading.date);
}

type Said = { day: string; hasYear: boolean };

/**
 * Where no carrier is named and nothing else either, the only card is meant; of several, one is chosen by a button. Words
 * that are no carrier's are the reminder's name, and take no carrier's rule.
 */
function resolveDay(
	deps: Deps,
	ctx: BotContext,
	said: Said & { carrier: string | undefined; words: string },
): Extras & { path: string } {
	const cards = ctx.person.cards ?? [];
	const label = said.carrier === undefined ? labelIn(said.words) : '';
	if (label !== '') {
		ctx.person = { ...ctx.person, asked: { subject: NO_CARRIER, label, until: Number.POSITIVE_INFINITY } };
		return { path: remindPath(NO_CARRIER, said.day) };
	}
	const [only] = cards.length === 1 ? cards : [];
	const carrier = said.carrier ?? only?.carrier;
	if (carrier !== undefined) {
		return daysFor(deps, ctx, carrier, said);
	}
	const buttons = cards.map((card) => ({
		text: cardTitle(deps.catalogue, card, ctx),
		path: remindPath(card.carrier, likeliestDay(deps, card.carrier, said)),
	}));
	return { path: remindPath(NO_CARRIER, said.day), buttons };
}

const MAX_LABEL = 40;

/** What somebody calls a reminder, in one line. */
function labelIn(words: string): string {
	return cutText(words.replace(/\s+/g, ' ').trim(), MAX_LABEL);
}

/** The likeliest day that is meant, and a button for the other year where both can be. */
function daysFor(deps: Deps, ctx: BotContext, subject: string, said: Said): Extras & { path: string } {
	const day = likeliestDay(deps, subject, said);
	const other = otherYear(deps, subject, said, day);
	const path = remindPath(subject, day);
	return other ? { path, buttons: [{ text: dayText(other, ctx.t), path: remindPath(subject, other) }] } : { path };
}

/** Rules that count from what has happened already. */
const LOOKS_BACK: readonly string[] = ['last-top-up', 'activation'];

/**
 * A day without a year is read in the direction of the question: the next such day, or where the rule counts from what has
 * happened the last one. A topping may have ended or be about to: the nearer day.
 */
function likeliestDay({ catalogue, today }: Deps, subject: string, { day, hasYear }: Said): string {
	const from = ruleOf(catalogue, subject)?.deadline.from;
	if (from === undefined || from === 'plan-end' || hasYear) {
		return day;
	}
	const before = aYearBefore(day);
	if (!isRealDay(before) || day === today()) {
		return day;
	}
	const isNearer = daysBetween(before, today()) < daysBetween(today(), day);
	return isNearer || LOOKS_BACK.includes(from) ? before : day;
}

/** The same day of the other year, where the words leave open which of the two is meant. */
function otherYear({ catalogue }: Deps, subject: string, { day, hasYear }: Said, taken: string): string | undefined {
	const isOpen = ruleOf(catalogue, subject)?.deadline.from === 'last-paid-topping-end' && !hasYear;
	const other = taken === day ? aYearBefore(day) : day;
	return isOpen && isRealDay(other) ? other : undefined;
}

function aYearBefore(day: string): string {
	return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
}
