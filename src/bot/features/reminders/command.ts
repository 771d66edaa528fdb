import { plain } from '../../../answer/document.ts';
import { daysBetween, isRealDay } from '../../../dates/day.ts';
import { readDate } from '../../../dates/parse/read-date.ts';
import type { BotContext } from '../../context.ts';
import type { Extras, Open } from '../../deliver/open.ts';
import type { Deps } from '../../deps.ts';
import { command, type Route } from '../../router.ts';
import { cardTitle } from '../cards/title.ts';
import { NO_CARRIER, ruleOf } from './plan.ts';

const PATH = '/remind/';

/** `/remind` opens the reminders; `/remind povo 12月31日` leads to what follows from that day. */
export function routes(deps: Deps, open: Open): Route[] {
	return [
		command('remind', (ctx) => {
			const { path, ...extras } = resolveReminder(deps, ctx, ctx.match);
			return open(ctx, path, extras);
		}),
	];
}

/** The screen for words that may name a carrier and a day. */
export function resolveReminder(deps: Deps, ctx: BotContext, words: string): Extras & { path: string } {
	const read = readDate(words, deps.today(), ctx.locale);
	if (read?.kind === 'date') {
		return resolveDay(deps, ctx, { ...read, words });
	}
	const named = deps.findCarrier(words);
	const path = named ? `${PATH}${named}/` : PATH;
	if (read) {
		return { path, notice: plain(ctx.t('remind.impossible', { text: read.text })) };
	}
	const isUnclear = words.trim() !== '' && !named;
	return { path, ...(isUnclear ? { notice: plain(ctx.t('remind.noDate')) } : {}) };
}

type Read = { day: string; rest: string; words: string };

/** Where no carrier is named, the only card is meant; of several, one is chosen by a button. */
function resolveDay(deps: Deps, ctx: BotContext, read: Read): Extras & { path: string } {
	const cards = ctx.person.cards ?? [];
	const [only] = cards.length === 1 ? cards : [];
	const carrier = deps.findCarrier(read.rest) ?? only?.carrier;
	if (carrier !== undefined) {
		return { path: `${PATH}${carrier}/${meant(deps, carrier, read)}/` };
	}
	const buttons = cards.map((card) => ({
		text: cardTitle(deps.catalogue, card, ctx),
		path: `${PATH}${card.carrier}/${meant(deps, card.carrier, read)}/`,
	}));
	return { path: `${PATH}${NO_CARRIER}/${read.day}/`, buttons };
}

/** Somebody who writes the year means it. */
const YEAR = /\d{4}|令和|R\d/i;

/** A day without a year is read as the next such day. Where it may lie behind, like a topping's end, the nearer is meant. */
function meant({ catalogue, today }: Deps, carrier: string, { day, words }: Read): string {
	const from = ruleOf(catalogue, carrier)?.deadline.from;
	if (from === undefined || from === 'plan-end' || YEAR.test(words)) {
		return day;
	}
	const before = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
	const isNearer = isRealDay(before) && daysBetween(before, today()) < daysBetween(today(), day);
	return isNearer ? before : day;
}
