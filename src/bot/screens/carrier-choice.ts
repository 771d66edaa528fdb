import { bold, type Document, plain } from '../../answer/document.ts';
import { type Carrier, type CarrierGroup, pick } from '../../catalogue/catalogue.ts';
import { HOME } from '../paths.ts';
import { backRow, COLUMNS, inRows, MAX_ROWS } from './layout.ts';
import { type Button, leafScreen, type Screen, type ScreenNode, type View } from './screen.ts';

/** One row is the way back. */
const MAX_BUTTONS = (MAX_ROWS - 1) * COLUMNS;

/** Beside the button for help, one place stays free for what a question brings along. */
const HELP_AND_ROOM = 2;

type Choice = {
	/** The path of the screen that asks, like /check-data/. */
	path: string;
	groups: readonly CarrierGroup[];
	title: (view: View) => string;
	/** Where a carrier's button leads. */
	target: (carrier: string) => string;
	/** Carriers of which there is nothing to choose stand last. Left out, all stand in their order. */
	isKnown?: (carrier: string) => boolean;
	/** Where the way back leads, if not home. */
	back?: string;
	/** A button behind the carriers, for those who cannot choose. */
	help?: (view: View) => Button;
};

/** Asks for the carrier: the big ones at once, the rest behind the name of their group, all within two taps. */
export function carrierChoice(choice: Choice): Pick<ScreenNode, 'screen' | 'children'> {
	const { shown, folded } = splitGroups(choice);
	return {
		screen: (view) => ({
			document: question(choice.title(view), view),
			rows: [
				...inRows([
					...shown.map((carrier) => carrierButton(carrier, choice, view)),
					...folded.map((group) => groupButton(group, choice.path, view)),
					...(choice.help ? [choice.help(view)] : []),
				]),
				backRow(view.t, choice.back ?? HOME),
			],
		}),
		children: new Map(folded.flatMap((group) => groupPages(group, choice)).map(({ name, node }) => [name, node])),
	};
}

/** The screen on which each carrier stands: the one that asks, or a group's. What is below leads back to it. */
export function placesOf(choice: Choice): ReadonlyMap<string, string> {
	const { shown, folded } = splitGroups(choice);
	const inGroups = folded.flatMap((group) => groupPages(group, choice));
	return new Map([
		...shown.map(({ id }): [string, string] => [id, choice.path]),
		...inGroups.flatMap(({ name, carriers }) =>
			carriers.map(({ id }): [string, string] => [id, `${choice.path}${name}/`]),
		),
	]);
}

/** Shows as many groups at once as fit, and always leaves room for the names of the others. */
function splitGroups({ groups, help, isKnown = () => true }: Choice): { shown: Carrier[]; folded: CarrierGroup[] } {
	const shown: Carrier[] = [];
	const folded: CarrierGroup[] = [];
	for (const [index, group] of groups.entries()) {
		const later = folded.length + groups.length - index - 1;
		const fits = shown.length + group.carriers.length + later <= MAX_BUTTONS - (help ? HELP_AND_ROOM : 0);
		if (fits) {
			shown.push(...group.carriers);
		} else {
			folded.push(group);
		}
	}
	return {
		shown: knownFirst(shown, isKnown),
		folded: folded.map((group) => ({ ...group, carriers: knownFirst(group.carriers, isKnown) })),
	};
}

function knownFirst(carriers: readonly Carrier[], isKnown: (carrier: string) => boolean): Carrier[] {
	return [...carriers.filter(({ id }) => isKnown(id)), ...carriers.filter(({ id }) => !isKnown(id))];
}

type GroupPage = { name: string; carriers: readonly Carrier[]; node: ScreenNode };

/** A group that does not fit one screen goes on under its name with a number. */
function groupPages({ category, carriers }: CarrierGroup, choice: Choice): GroupPage[] {
	const size = carriers.length > MAX_BUTTONS ? MAX_BUTTONS - COLUMNS : MAX_BUTTONS;
	const count = Math.ceil(carriers.length / size);
	const name = (page: number): string => `group-${category.id}${page === 0 ? '' : `-${page + 1}`}`;
	return Array.from({ length: count }, (_, page) => {
		const back = page === 0 ? choice.path : `${choice.path}${name(page - 1)}/`;
		const next = page + 1 < count ? `${choice.path}${name(page + 1)}/` : undefined;
		const some = carriers.slice(page * size, (page + 1) * size);
		const node = leafScreen(
			(view): Screen => ({
				document: question(`${choice.title(view)} · ${pick(category.names, view.locale)}`, view),
				rows: [
					...inRows(some.map((carrier) => carrierButton(carrier, choice, view))),
					...(next ? [[{ text: view.t('button.moreChoices'), path: next }]] : []),
					backRow(view.t, back),
				],
			}),
		);
		return { name: name(page), carriers: some, node };
	});
}

/** Alone with the bot one may also type the name. */
function question(title: string, { t, audience }: View): Document {
	return [
		{ kind: 'title', content: bold(title) },
		{ kind: 'paragraph', content: plain(t(audience === 'private' ? 'menu.typeCarrier' : 'menu.pickCarrier')) },
	];
}

function carrierButton({ id, names }: Carrier, { target }: Choice, { locale }: View): Button {
	return { text: pick(names, locale), path: target(id) };
}

function groupButton({ category }: CarrierGroup, path: string, { locale, t }: View): Button {
	return { text: t('menu.group', { name: pick(category.names, locale) }), path: `${path}group-${category.id}/` };
}
