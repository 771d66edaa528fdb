import { FORMS } from '../../../catalogue/vocabulary.ts';
import { type Card, MAX_CARDS } from '../../../storage/settings.ts';
import type { BotContext } from '../../context.ts';
import type { Content, Services } from '../../deps.ts';

type Wanted = { carrier: string; form?: string | undefined; nickname?: string | undefined; date?: string };

/** Whether a person has the card that is meant. Where only one side says a form, it may be the same card. */
export function hasCard(cards: readonly Card[] = [], { carrier, form }: Pick<Wanted, 'carrier' | 'form'>): boolean {
	return cards.some((card) => card.carrier === carrier && (!form || card.form === undefined || card.form === form));
}

/** Adds a card, or changes the one of the same carrier and form. @returns whether it is saved now */
export async function addCard(
	{ catalogue, store }: Pick<Content, 'catalogue'> & Pick<Services, 'store'>,
	ctx: BotContext,
	{ carrier, form, nickname, date }: Wanted,
): Promise<boolean> {
	if (!catalogue.carrier(carrier)) {
		return false;
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
		await tell(ctx, { text: ctx.t('cards.full', { count: MAX_CARDS }), show_alert: true });
		return false;
	}
	await changeCards(
		store,
		ctx,
		twin < 0 ? [...cards, card] : cards.map((one, index) => (index === twin ? { ...one, ...card } : one)),
	);
	await tell(ctx, { text: ctx.t('cards.saved') });
	return true;
}

/** Stores a person's cards. */
export async function changeCards(store: Services['store'], ctx: BotContext, cards: readonly Card[]): Promise<void> {
	if (ctx.from) {
		await store.changePerson(ctx.from.id, { cards: cards.length > 0 ? [...cards] : undefined });
	}
}

async function tell(ctx: BotContext, toast: { text: string; show_alert?: boolean }): Promise<void> {
	if (ctx.callbackQuery) {
		await ctx.answerCallbackQuery(toast);
	}
}
