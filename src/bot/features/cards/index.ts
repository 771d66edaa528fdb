import { bold, plain } from '../../../answer/document.ts';
import { MAX_CARDS } from '../../../storage/settings.ts';
import type { Deps } from '../../deps.ts';
import { anyCarrier } from '../../screens/carrier-choice.ts';
import { backRow } from '../../screens/layout.ts';
import type { Screen, ScreenNode, View } from '../../screens/screen.ts';
import { cardNode } from './card-screen.ts';
import { addCard } from './change.ts';
import { cardTitle } from './title.ts';

const PATH = '/mycard/';

/** The cards that a person wants remembered: with one, /balance alone is enough. */
export function menu(deps: Deps): ScreenNode {
	const numbers = Array.from({ length: MAX_CARDS }, (_, index) => index);
	return {
		screen: (view) => listScreen(deps, view),
		children: new Map([
			['add', addNode(deps)],
			...numbers.map((index): [string, ScreenNode] => [`card-${index + 1}`, cardNode(deps, index)]),
		]),
	};
}

function listScreen({ catalogue, store }: Deps, view: View): Screen {
	const { t, person } = view;
	const cards = person.cards ?? [];
	const titles = cards.map((card) => cardTitle(catalogue, card, view));
	return {
		document: [
			{ kind: 'title', content: bold(t('cards.title')) },
			...(store.broken ? [{ kind: 'paragraph' as const, content: plain(t('cards.broken')) }] : []),
			titles.length > 0
				? { kind: 'list', ordered: true, items: titles.map(plain) }
				: { kind: 'paragraph', content: plain(t('cards.none')) },
			{ kind: 'paragraph', content: plain(t('cards.hint')) },
		],
		rows: [
			...titles.map((text, index) => [{ text, path: `${PATH}card-${index + 1}/` }]),
			[
				...(cards.length < MAX_CARDS ? [{ text: t('cards.button.add'), path: `${PATH}add/` }] : []),
				{ text: t('button.remind'), path: '/remind/' },
			],
			backRow(t, '/'),
		],
	};
}

/** Which carrier the card is of. A form may stand behind it, as in povo.esim. */
function addNode(deps: Deps): ScreenNode {
	const path = `${PATH}add/`;
	const title = ({ t }: View): string => t('cards.button.add');
	return {
		...anyCarrier(deps.catalogue, { path, title, target: (id) => `${path}${id}`, back: PATH }),
		action: {
			trigger: /[\w-]+(?:\.[a-z]+)?$/,
			run: (ctx, [wanted]) => {
				const [carrier = '', form] = wanted.split('.');
				return addCard(deps, ctx, { carrier, form });
			},
		},
	};
}
