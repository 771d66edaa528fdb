import { bold, plain } from '../../../answer/document.ts';
import { PROCEDURES } from '../../../catalogue/vocabulary.ts';
import type { Content } from '../../deps.ts';
import { doorPath } from '../../doors.ts';
import { CARRIERS, IDENTIFY, identifyPath, procedurePath } from '../../paths.ts';
import { backRow, inRows } from '../../screens/layout.ts';
import type { Screen, ScreenNode, View } from '../../screens/screen.ts';
import type { AnswerParts } from '../procedure/answer-screen.ts';
import { procedureScreens } from '../procedure/index.ts';
import { anyPhoneAnswers, anyPhoneNode } from './any-phone.ts';
import { clueNode } from './clue-screens.ts';
import { type Clue, collectClues } from './clues.ts';
import { type Guide, goalTitle, noneButton, UNKNOWN } from './guide.ts';

/** The guided way to the carrier: by an app, a printed name, the APN or the first digits of the ICCID. */
export function identifyScreens(content: AnswerParts): ScreenNode {
	const node = guideNode(content, collectClues(content.catalogue), { path: IDENTIFY });
	// Below each carrier's own name stands how to recognise it, as with every procedure.
	const { children } = procedureScreens(content, 'identify-carrier');
	const unknown = anyPhoneNode(content, { path: IDENTIFY });
	return {
		...node,
		children: new Map([
			...[...children].filter(([name]) => content.catalogue.carrier(name)),
			...node.children,
			[UNKNOWN, { ...unknown, children: anyPhoneAnswers(content) }],
		]),
	};
}

/** The same for those who already said what they need the carrier for: /for/check-data/. */
export function goalScreens(content: Content): ScreenNode {
	const clues = collectClues(content.catalogue);
	const goals = PROCEDURES.filter((id) => identifyPath(id) !== IDENTIFY);
	return {
		screen: (view) => guideScreen(clues, { path: IDENTIFY }, view),
		children: new Map(goals.map((goal) => [goal, guideNode(content, clues, { path: identifyPath(goal), goal })])),
	};
}

function guideNode(content: Content, clues: readonly Clue[], guide: Guide): ScreenNode {
	return {
		screen: (view) => guideScreen(clues, guide, view),
		children: new Map([
			...clues.map((clue): [string, ScreenNode] => [clue.kind, clueNode(content, clue, guide)]),
			[UNKNOWN, anyPhoneNode(content, guide)],
		]),
	};
}

function guideScreen(clues: readonly Clue[], { path, goal }: Guide, view: View): Screen {
	const { t } = view;
	const kinds = clues.map(({ kind }) => ({ text: t(`identify.button.${kind}`), path: `${path}${kind}/` }));
	return {
		document: [
			{ kind: 'title', content: bold(goalTitle(goal, view)) },
			{ kind: 'paragraph', content: plain(t('identify.intro')) },
			{ kind: 'list', ordered: false, items: clues.map(({ kind }) => plain(t(`identify.${kind}`))) },
		],
		rows: [
			...inRows(kinds),
			// With a goal, the way back leads to all carriers.
			[...(goal ? [] : [{ text: t('button.carriers'), path: CARRIERS }]), noneButton({ path }, view)],
			backRow(t, goal ? procedurePath(goal) : doorPath('sim')),
		],
	};
}
