import { bold, plain } from '../../../answer/document.ts';
import { MAX_CARDS } from '../../../storage/settings.ts';
import type { Content, Services } from '../../deps.ts';
import { addCardPath, CARDS, cardPath, HOME, REMINDERS } from '../../paths.ts';
import { carrierChoice } from '../../screens/carrier-choice.ts';
import { cardTitle } from '../../screens/format.ts';
import { backRow } from '../../screens/layout.ts';
import type { Screen, ScreenNode, View } from '../../screens/screen.ts';
import { cardNode } from './card-screen.ts';
import { addCard } from './change.ts';
import { REMOVED_NAME, removedCardNode } from './removed-card.ts';

/** The cards that a person wants remembered: with one, /balance alone is enough. */
export function cardScreens(content: Content, services: Services): ScreenNode {
	const { store } = services;
	const numbers = Array.from({ length: MAX_CARDS }, (_, index) => index);
	return {
		access: 'private',
		screen: (view) => listScreen(content, view, store.broken !== undefined),
		children: new Map([
			['add', addNode(content, services)],
			...numbers.map((index): [string, ScreenNode] => [`card-${index + 1}`, cardNode(content, services, index)]),
		]),
		dynamic: { name: REMOVED_NAME, node: removedCardNode(content, services) },
	};
}

function listScreen({ catalogue }: Content, view: View, isBroken: boolean): Screen {
	const { t, person } = view;
	const cards = person.cards ?? [];
	const titles = cards.map((card) => cardTitle(catalogue, card, view));
	return {
		document: [
			{ kind: 'title', content: bold(t('cards.title')) },
			...(isBroken ? [{ kind: 'paragraph' as const, content: plain(t('cards.broken')) }] : []),
			titles.length > 0
				? { kind: 'list', ordered: true, items: titles.map(plain) }
				: { kind: 'paragraph', content: plain(t('cards.none')) },
			{ kind: 'paragraph', content: plain(t('cards.hint')) },
		],
		rows: [
			...titles.map((text, index) => [{ text, path: cardPath(index) }]),
			[
				...(cards.length < MAX_CARDS ? [{ text: t('cards.button.add'), path: addCardPath() }] : []),
				{ text: t('button.remind'), path: REMINDERS },
			],
			backRow(t, HOME),
		],
	};
}

/** Which carrier the card is of. Under answers of old messages a form stands behind it, as in povo.esim. */
function addNode(content: Content, services: Services): ScreenNode {
	const path = addCardPath();
	const groups = content.catalogue.groups();
	const title = ({ t }: View): string => t('cards.button.add');
	return {
		...carrierChoice({ path, groups, title, target: (id) => addCardPath(id), back: CARDS }),
		action: {
			trigger: /[\w-]+(?:\.[a-z]+)?$/,
			run: async (ctx, [wanted]) => {
				const [carrier = '', form] = wanted.split('.');
				await addCard({ ...content, ...services }, ctx, { carrier, form });
				return CARDS;
			},
		},
	};
}
