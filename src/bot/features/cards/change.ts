import { FORMS } from '../../../catalogue/vocabulary.ts';
import { type Card, MAX_CARDS } from '../../../storage/settings.ts';
import type { BotContext } from '../../context.ts';
import type { Content, Services } from '../../deps.ts';
import { CARDS } from '../../paths.ts';

type Wanted = { carrier: string; form?: string | undefined; nickname?: string | undefined; date?: string };

/** Adds a card, or changes the one of the same carrier and form. @returns the path to show next */
export async function addCard(
	{ catalogue, store }: Pick<Content, 'catalogue'> & Pick<Services, 'store'>,
	ctx: BotContext,
	{ carrier, form, nickname, date }: Wanted,
): Promise<string> {
	if (!catalogue.carrier(carrier)) {
		return CARDS;
	}
	const known = FORMS.find((one) => one === form);
	const card: Card = {
		carrier,
		...(known ? { form: known } : {}),
		...(nickname ? { nickname } : {}),
		...(date ? { date } : {}),
	};
	const cards = ctx.person.cards ?? [];
	const twin = cards.findIndex((one) => one.carrier === carrier && (known === undefined || one.form === known));
	if (twin < 0 && cards.length >= MAX_CARDS) {
		await tell(ctx, ctx.t('cards.full', { count: MAX_CARDS }));
		return CARDS;
	}
	await changeCards(
		store,
		ctx,
		twin < 0 ? [...cards, card] : cards.map((one, index) => (index === twin ? { ...one, ...card } : one)),
	);
	await tell(ctx, ctx.t('cards.saved'));
	return CARDS;
}

/** Stores a person's cards. */
export async function changeCards(store: Services['store'], ctx: BotContext, cards: readonly Card[]): Promise<void> {
	if (ctx.from) {
		await store.changePerson(ctx.from.id, { cards: cards.length > 0 ? [...cards] : undefined });
	}
}

async function tell(ctx: BotContext, text: string): Promise<void> {
	if (ctx.callbackQuery) {
		await ctx.answerCallbackQuery(text);
	}
}
