import { type CommandContext, Composer } from 'grammy';
import { plain } from '../../../answer/document.ts';
import type { Carrier } from '../../../catalogue/catalogue.ts';
import { cutText } from '../../../cut-text.ts';
import { readDate } from '../../../dates/parse/read-date.ts';
import { findForm } from '../../../understand/identifiers.ts';
import { escapeRegExp, normalise } from '../../../understand/normalise.ts';
import type { BotContext, LoadSettings } from '../../context.ts';
import type { Extras } from '../../deliver/extra-buttons.ts';
import type { Deliver } from '../../deliver/index.ts';
import type { Deps } from '../../deps.ts';
import { addCardPath, CARDS } from '../../paths.ts';
import { addCard } from './change.ts';

/** UTF-16 units, so that the buttons it stands on keep their size. */
const MAX_NICKNAME = 32;
/** A phone or card number has no place here, even if somebody calls their card by it. */
const LONG_NUMBER = /\+?\d(?:[ -]?\d){5,}/g;

/** `/mycard` shows the cards; `/mycard povo Mum's phone 2026-12-31` saves one, names it and notes a day. */
export function cardCommand(deps: Deps, deliver: Deliver, loadSettings: LoadSettings): Composer<BotContext> {
	const composer = new Composer<BotContext>();
	composer.command('mycard', async (ctx) => {
		const { path, ...extras } = await resolveCard(deps, ctx);
		await loadSettings(ctx, ctx.from);
		await deliver(ctx, path, extras);
	});
	return composer;
}

async function resolveCard(deps: Deps, ctx: CommandContext<BotContext>): Promise<Extras & { path: string }> {
	const words = ctx.match.trim();
	const carrier = deps.catalogue.carrier(deps.findCarrier(words) ?? '');
	if (words === '' || ctx.audience !== 'private') {
		return { path: CARDS };
	}
	if (!carrier) {
		return { path: addCardPath(), notice: plain(ctx.t('notice.unknownCarrier')) };
	}
	const read = readDate(words, deps.today(), ctx.locale);
	const day = read?.kind === 'date' ? { date: read.day } : {};
	const nickname = nicknameIn(read?.kind === 'date' ? read.rest : words, carrier);
	const form = findForm(normalise(words));
	await addCard(deps, ctx, { carrier: carrier.id, form, nickname, ...day });
	return { path: CARDS };
}

/** What stands beside the carrier's name. */
function nicknameIn(words: string, { id, names, aliases }: Carrier): string {
	const spellings = [...Object.values(names), ...aliases, id].sort((a, b) => b.length - a.length);
	const name = new RegExp(spellings.map(escapeRegExp).join('|'), 'i');
	const rest = words
		.replace(name, ' ')
		.replace(/\be-?sim\b/i, ' ')
		.replace(LONG_NUMBER, ' ');
	return cutText(rest.replace(/\s+/g, ' ').trim(), MAX_NICKNAME);
}
