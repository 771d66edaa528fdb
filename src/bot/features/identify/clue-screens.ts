import { bold, type Document, plain } from '../../../answer/document.ts';
import { pick } from '../../../catalogue/catalogue.ts';
import type { Content } from '../../deps.ts';
import { answerPath } from '../../paths.ts';
import { shortName } from '../../screens/format.ts';
import { backRow, COLUMNS, inRows, MAX_ROWS } from '../../screens/layout.ts';
import { type Button, leafScreen, type Screen, type ScreenNode, type View } from '../../screens/screen.ts';
import type { Clue, ClueKind, Sign } from './clues.ts';
import { type Guide, goalTitle, noneButton } from './guide.ts';

/** One row is the way back, another the way to the private chat; one button says that none of these fits. */
const PER_PAGE = (MAX_ROWS - 2) * COLUMNS - 1;

/** All signs of one kind as buttons, and below each the carriers that it fits. */
export function clueNode(content: Content, { kind, signs }: Clue, guide: Guide): ScreenNode {
	const path = `${guide.path}${kind}/`;
	const pages = Array.from({ length: Math.ceil(signs.length / PER_PAGE) }, (_, page) => page);
	const pathOf = (page: number): string => (page === 0 ? path : `${path}page-${page + 1}/`);
	const screen = (page: number) => (view: View) => {
		const some = signs.slice(page * PER_PAGE, (page + 1) * PER_PAGE);
		const next = page + 1 < pages.length ? [{ text: view.t('button.moreChoices'), path: pathOf(page + 1) }] : [];
		const back = page === 0 ? guide.path : pathOf(page - 1);
		const buttons = [...some.map((sign) => signButton(kind, sign, path)), noneButton(guide, view)];
		return {
			document: clueDocument(kind, guide, view),
			rows: [...inRows(buttons), [...next, ...backRow(view.t, back)]],
		};
	};
	return {
		screen: screen(0),
		children: new Map([
			...pages.slice(1).map((page): [string, ScreenNode] => [`page-${page + 1}`, leafScreen(screen(page))]),
			...signs.map((sign, index): [string, ScreenNode] => {
				const back = pathOf(Math.floor(index / PER_PAGE));
				return [nameOf(sign), leafScreen((view) => signScreen(content, { kind, sign, guide, back }, view))];
			}),
		]),
	};
}

/** A path uses the sign itself, so that it means the same after a change of the knowledge. */
function nameOf({ value }: Sign): string {
	return value.replaceAll('/', '-');
}

function signButton(kind: ClueKind, sign: Sign, path: string): Button {
	return { text: kind === 'iccid' ? `${sign.value}…` : sign.value, path: `${path}${nameOf(sign)}/` };
}

function clueDocument(kind: ClueKind, { goal }: Guide, view: View): Document {
	return [
		{ kind: 'title', content: bold(goalTitle(goal, view)) },
		{ kind: 'paragraph', content: plain(view.t(`identify.where.${kind}`)) },
	];
}

type Shown = { kind: ClueKind; sign: Sign; guide: Guide; back: string };

/** The carriers that a sign fits, how far it can be trusted, and the way on: to what one needs, where that is known. */
function signScreen({ catalogue }: Content, { kind, sign, guide: { goal }, back }: Shown, { locale, t }: View): Screen {
	const carriers = catalogue.carriers.filter(({ id }) => sign.carriers.includes(id));
	const certainty = kind === 'iccid' ? 'network' : carriers.length === 1 ? 'one' : 'many';
	const buttons = carriers.map(({ id, names }) => ({
		text: goal
			? t('answer.title', { carrier: shortName(catalogue, id, locale), procedure: t(`procedure.${goal}.button`) })
			: pick(names, locale),
		path: answerPath({ procedure: goal ?? 'identify-carrier', carrier: id }),
	}));
	return {
		document: [
			{ kind: 'title', content: bold(sign.value) },
			{ kind: 'paragraph', content: plain(carriers.map(({ names }) => pick(names, locale)).join(' · ')) },
			{ kind: 'paragraph', content: plain(`⚠️ ${t(`identify.${certainty}`)}`) },
		],
		// With what one needs behind it, a name is too long for half a row.
		rows: [...inRows(buttons, goal && buttons.length < MAX_ROWS - 1 ? 1 : COLUMNS), backRow(t, back)],
	};
}
