import { bold, type Document, plain } from '../../../answer/document.ts';
import { PROCEDURES } from '../../../catalogue/vocabulary.ts';
import type { Content } from '../../deps.ts';
import { DOOR_IDS, doorPath } from '../../doors.ts';
import { guidePath, HELP, LANGUAGES } from '../../paths.ts';
import { inFittingRows } from '../../screens/layout.ts';
import type { Button, Screen, ScreenNode, View } from '../../screens/screen.ts';
import { guideScreens, paymentScreens } from '../guides/index.ts';
import { goalScreens, identifyScreens } from '../identify/index.ts';
import type { AnswerParts } from '../procedure/answer-screen.ts';
import { procedureScreens } from '../procedure/index.ts';
import { carrierScreens } from './carriers.ts';
import { doorScreens } from './door-screens.ts';
import { aboutNode, helpNode } from './info.ts';

/** The root asks what is needed; below it is all that is said from the content. */
export function homeScreens(content: AnswerParts): ScreenNode {
	const procedures = PROCEDURES.map((id): [string, ScreenNode] => [
		id,
		id === 'identify-carrier' ? identifyScreens(content) : procedureScreens(content, id),
	]);
	const screen = (view: View): Screen => ({ document: homeDocument(view), rows: homeRows(content, view) });
	return {
		screen,
		children: new Map([
			...procedures,
			// The payload of a link to the menu is "menu" too.
			['menu', { screen, children: doorScreens(content) }],
			['for', goalScreens(content)],
			['carriers', carrierScreens(content)],
			['pay', paymentScreens(content)],
			['guide', { screen, children: guideScreens(content) }],
			['help', helpNode],
			['about', aboutNode],
		]),
	};
}

/** Who speaks, what it can and cannot do, and that one may simply write. */
function homeDocument({ t }: View): Document {
	const lines = [t('menu.homeWho'), t('menu.homeNot'), t('menu.homeHint')];
	return [
		{ kind: 'title', content: bold(t('menu.home')) },
		{ kind: 'paragraph', content: plain(lines.join('\n')) },
	];
}

function homeRows({ catalogue }: Content, { t }: View): Button[][] {
	const message = catalogue.guide('suspicious-message');
	const doors = DOOR_IDS.flatMap((door): Button[] => [
		// Which SIM it is comes last: who knows needs it least.
		...(door === 'sim' && message ? [{ text: t('menu.doors.message'), path: guidePath(message) }] : []),
		{ text: t(`menu.doors.${door}`), path: doorPath(door) },
	]);
	const more = [
		{ text: t('button.language'), path: LANGUAGES },
		{ text: t('button.help'), path: HELP },
	];
	return [...inFittingRows(doors), ...inFittingRows(more)];
}
