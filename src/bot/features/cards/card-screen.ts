import { bold, plain } from '../../../answer/document.ts';
import { FORMS } from '../../../catalogue/vocabulary.ts';
import type { Card } from '../../../storage/settings.ts';
import type { Content, Services } from '../../deps.ts';
import { CARDS, cardPath, carrierPath, remindPath } from '../../paths.ts';
import { cardTitle, dayText } from '../../screens/format.ts';
import { backRow, inRows } from '../../screens/layout.ts';
import type { Button, Screen, ScreenNode, View } from '../../screens/screen.ts';
import { changeCards } from './change.ts';
import { removeCard } from './removed-card.ts';

/** One card, by its place in the list: what it is, and what can be changed. */
export function cardNode(content: Content, services: Services, index: number): ScreenNode {
	return {
		screen: (view) => {
			const card = view.person.cards?.[index];
			return card ? cardScreen(content, card, { view, index }) : goneScreen(view);
		},
		children: new Map(),
		action: {
			// Which card is to be removed stands behind the word, so that a double tap does not remove the next one too.
			trigger: /(first|physical|esim|remove(?:-(?<which>[\w.-]+))?)$/,
			run: async (ctx, { 1: what = '', groups }) => {
				const cards = ctx.person.cards ?? [];
				const card = cards[index];
				if (!card || (groups?.['which'] ?? cardKey(card)) !== cardKey(card)) {
					return CARDS;
				}
				if (what.startsWith('remove')) {
					return removeCard(services, ctx, { card, index });
				}
				await changeCards(services.store, ctx, changed(cards, card, what));
				return CARDS;
			},
		},
	};
}

function cardKey({ carrier, form }: Card): string {
	return form ? `${carrier}.${form}` : carrier;
}

function changed(cards: readonly Card[], card: Card, what: string): Card[] {
	const form = FORMS.find((one) => one === what);
	const others = cards.filter((one) => one !== card);
	return form ? cards.map((one) => (one === card ? { ...card, form } : one)) : [card, ...others];
}

function cardScreen({ catalogue }: Content, card: Card, { view, index }: { view: View; index: number }): Screen {
	const { t } = view;
	const here = cardPath(index);
	const forms = catalogue.carrier(card.carrier)?.forms ?? [];
	const buttons: Button[] = [
		{ text: t('button.remind'), path: remindPath(card.carrier) },
		{ text: t('cards.button.show'), path: carrierPath(card.carrier) },
		...(index > 0 ? [{ text: t('cards.button.first'), path: `${here}first` }] : []),
		...forms
			.filter((form) => forms.length > 1 && form !== card.form)
			.map((form) => ({ text: t(`cards.button.${form}`), path: `${here}${form}` })),
		{ text: t('cards.button.remove'), path: `${here}remove-${cardKey(card)}` },
	];
	return {
		document: [
			{ kind: 'title', content: bold(cardTitle(catalogue, card, view)) },
			...(card.date
				? [{ kind: 'paragraph' as const, content: plain(t('cards.date', { date: dayText(card.date, t) })) }]
				: []),
			{ kind: 'paragraph', content: plain(t('cards.nicknameHint')) },
		],
		rows: [...inRows(buttons), backRow(t, CARDS)],
	};
}

function goneScreen({ t }: View): Screen {
	return {
		document: [{ kind: 'paragraph', content: plain(t('cards.none')) }],
		rows: [backRow(t, CARDS)],
	};
}
