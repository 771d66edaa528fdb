import { Composer } from 'grammy';
import { plain } from '../../../answer/document.ts';
import { daysBetween, isRealDay } from '../../../dates/day.ts';
import { NO_CARRIER, ruleOf } from '../../../reminders/plan.ts';
import type { Reading } from '../../../understand/reading.ts';
import type { BotContext } from '../../context.ts';
import type { Extras } from '../../deliver/extra-buttons.ts';
import type { Deliver } from '../../deliver/index.ts';
import type { Deps } from '../../deps.ts';
import { REMINDERS, remindPath } from '../../paths.ts';
import { cardTitle } from '../../screens/format.ts';

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
		return resolveDay(deps, ctx, { day: date.day, carrier, text });
	}
	const path = carrier ? remindPath(carrier) : REMINDERS;
	if (date) {
		return { path, notice: plain(ctx.t('remind.impossible', { text: date.text })) };
	}
	const isUnclear = text.trim() !== '' && !carrier;
	return { path, ...(isUnclear ? { notice: plain(ctx.t('remind.noDate')) } : {}) };
}

type Said = { day: string; carrier: string | undefined; text: string };

/** Where no carrier is named, the only card is meant; of several, one is chosen by a button. */
function resolveDay(deps: Deps, ctx: BotContext, said: Said): Extras & { path: string } {
	const cards = ctx.person.cards ?? [];
	const [only] = cards.length === 1 ? cards : [];
	const carrier = said.carrier ?? only?.carrier;
	if (carrier !== undefined) {
		return { path: remindPath(carrier, likeliestDay(deps, carrier, said)) };
	}
	const buttons = cards.map((card) => ({
		text: cardTitle(deps.catalogue, card, ctx),
		path: remindPath(card.carrier, likeliestDay(deps, card.carrier, said)),
	}));
	return { path: remindPath(NO_CARRIER, said.day), buttons };
}

/** Somebody who writes the year means it. */
const YEAR = /\d{4}|令和|R\d/i;

/** A day without a year is the next such day. For a rule that counts from the past, like a topping's end, it is the nearer one. */
function likeliestDay({ catalogue, today }: Deps, carrier: string, { day, text }: Said): string {
	const from = ruleOf(catalogue, carrier)?.deadline.from;
	if (from === undefined || from === 'plan-end' || YEAR.test(text)) {
		return day;
	}
	const before = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
	const isNearer = isRealDay(before) && daysBetween(before, today()) < daysBetween(today(), day);
	return isNearer ? before : day;
}
