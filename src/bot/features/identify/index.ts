import { bold, plain } from '../../../answer/document.ts';
import { CARRIERS, HOME, IDENTIFY } from '../../paths.ts';
import { backRow, inRows } from '../../screens/layout.ts';
import type { ScreenNode } from '../../screens/screen.ts';
import type { AnswerParts } from '../procedure/answer-screen.ts';
import { procedureScreens } from '../procedure/index.ts';
import { clueNode, collectClues } from './clue-screens.ts';

/** The guided way to the carrier: by an app, a printed name, the APN or the first digits of the ICCID. */
export function identifyScreens(content: AnswerParts): ScreenNode {
	const clues = collectClues(content.catalogue);
	// Below each carrier's own name stands how to recognise it, as with every procedure.
	const { children } = procedureScreens(content, 'identify-carrier');
	return {
		screen: ({ t }) => ({
			document: [
				{ kind: 'title', content: bold(t('identify.title')) },
				{ kind: 'paragraph', content: plain(t('identify.intro')) },
				{ kind: 'list', ordered: false, items: clues.map(({ kind }) => plain(t(`identify.${kind}`))) },
			],
			rows: [
				...inRows(clues.map(({ kind }) => ({ text: t(`identify.button.${kind}`), path: `${IDENTIFY}${kind}/` }))),
				[{ text: t('button.carriers'), path: CARRIERS }],
				backRow(t, HOME),
			],
		}),
		children: new Map([
			...[...children].filter(([name]) => content.catalogue.carrier(name)),
			...clues.map((clue): [string, ScreenNode] => [clue.kind, clueNode(content, clue)]),
		]),
	};
}
