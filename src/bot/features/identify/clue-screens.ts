import { bold, type Document, plain } from '../../../answer/document.ts';
import { type Catalogue, pick } from '../../../catalogue/catalogue.ts';
import type { Content } from '../../deps.ts';
import { answerPath, IDENTIFY } from '../../paths.ts';
import { backRow, COLUMNS, inRows, MAX_ROWS } from '../../screens/layout.ts';
import { type Button, leafScreen, type Screen, type ScreenNode, type View } from '../../screens/screen.ts';

const CLUE_KINDS = ['app', 'printed', 'apn', 'iccid'] as const;
type ClueKind = (typeof CLUE_KINDS)[number];

/** A sign that can be read off a phone or a card, and the carriers that it fits. */
type Sign = { value: string; carriers: readonly string[] };
type Clue = { kind: ClueKind; signs: readonly Sign[] };

/** Turns the carriers' clues round: from what a person sees to the carriers. Kinds without any sign are left out. */
export function collectClues({ carriers }: Catalogue): Clue[] {
	return CLUE_KINDS.map((kind) => {
		const signs = new Map<string, string[]>();
		for (const { id, clues } of carriers) {
			for (const value of clues[kind]) {
				signs.set(value, [...(signs.get(value) ?? []), id]);
			}
		}
		return { kind, signs: [...signs].map(([value, fitting]) => ({ value, carriers: fitting })) };
	}).filter(({ signs }) => signs.length > 0);
}

/** One row is the way back, another the way to the private chat. */
const PER_PAGE = (MAX_ROWS - 2) * COLUMNS;

/** All signs of one kind as buttons, and below each the carriers that it fits. */
export function clueNode(content: Content, { kind, signs }: Clue): ScreenNode {
	const pages = Array.from({ length: Math.ceil(signs.length / PER_PAGE) }, (_, page) => page);
	const pathOf = (page: number): string => `${IDENTIFY}${kind}/${page === 0 ? '' : `page-${page + 1}/`}`;
	const screen = (page: number) => (view: View) => {
		const some = signs.slice(page * PER_PAGE, (page + 1) * PER_PAGE);
		const next = page + 1 < pages.length ? [{ text: view.t('button.moreChoices'), path: pathOf(page + 1) }] : [];
		const back = page === 0 ? IDENTIFY : pathOf(page - 1);
		return {
			document: clueDocument(kind, view),
			rows: [...inRows(some.map((sign) => signButton(kind, sign))), [...next, ...backRow(view.t, back)]],
		};
	};
	return {
		screen: screen(0),
		children: new Map([
			...pages.slice(1).map((page): [string, ScreenNode] => [`page-${page + 1}`, leafScreen(screen(page))]),
			...signs.map((sign): [string, ScreenNode] => [
				nameOf(sign),
				leafScreen((view) => signScreen(content, kind, sign, view)),
			]),
		]),
	};
}

/** A path uses the sign itself, so that it means the same after a change of the knowledge. */
function nameOf({ value }: Sign): string {
	return value.replaceAll('/', '-');
}

function signButton(kind: ClueKind, sign: Sign): Button {
	return { text: kind === 'iccid' ? `${sign.value}…` : sign.value, path: `${IDENTIFY}${kind}/${nameOf(sign)}/` };
}

function clueDocument(kind: ClueKind, { t }: View): Document {
	return [
		{ kind: 'title', content: bold(t('identify.title')) },
		{ kind: 'paragraph', content: plain(t(`identify.where.${kind}`)) },
	];
}

/** The carriers that a sign fits, and how far it can be trusted. */
function signScreen({ catalogue }: Content, kind: ClueKind, sign: Sign, { locale, t }: View): Screen {
	const carriers = catalogue.carriers.filter(({ id }) => sign.carriers.includes(id));
	const certainty = kind === 'iccid' ? 'network' : carriers.length === 1 ? 'one' : 'many';
	const buttons = carriers.map(({ id, names }) => ({
		text: pick(names, locale),
		path: answerPath({ procedure: 'identify-carrier', carrier: id }),
	}));
	return {
		document: [
			{ kind: 'title', content: bold(sign.value) },
			{ kind: 'paragraph', content: plain(carriers.map(({ names }) => pick(names, locale)).join(' · ')) },
			{ kind: 'paragraph', content: plain(`⚠️ ${t(`identify.${certainty}`)}`) },
		],
		rows: [...inRows(buttons), backRow(t, `${IDENTIFY}${kind}/`)],
	};
}
