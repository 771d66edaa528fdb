import { bold, type Document, plain } from '../../../answer/document.ts';
import { PROCEDURES } from '../../../catalogue/vocabulary.ts';
import type { Content } from '../../deps.ts';
import { CARRIERS, LANGUAGES, PAYMENT } from '../../paths.ts';
import { inRows } from '../../screens/layout.ts';
import type { Button, ScreenNode, View } from '../../screens/screen.ts';
import { goalScreens, identifyScreens } from '../identify/index.ts';
import type { AnswerParts } from '../procedure/answer-screen.ts';
import { pathTo, procedureScreens } from '../procedure/index.ts';
import { carrierScreens } from './carriers.ts';
import { aboutNode, helpNode } from './info.ts';
import { paymentScreens } from './pay.ts';

/** The root asks what is needed; below it is all that is said from the content. */
export function homeScreens(content: AnswerParts): ScreenNode {
	const procedures = PROCEDURES.map((id): [string, ScreenNode] => [
		id,
		id === 'identify-carrier' ? identifyScreens(content) : procedureScreens(content, id),
	]);
	return {
		screen: (view) => ({ document: homeDocument(view), rows: homeRows(content, view) }),
		children: new Map([
			...procedures,
			['for', goalScreens(content)],
			['carriers', carrierScreens(content)],
			['pay', paymentScreens(content)],
			['help', helpNode],
			['about', aboutNode],
		]),
	};
}

function homeDocument({ t }: View): Document {
	return [
		{ kind: 'title', content: bold(t('menu.home')) },
		{ kind: 'paragraph', content: plain(t('menu.homeHint')) },
	];
}

function homeRows({ catalogue }: Content, { t }: View): Button[][] {
	const buttons = PROCEDURES.map((id) => ({
		text: t(`procedure.${id}.button`),
		path: pathTo(catalogue, id),
	}));
	const more = [
		{ text: t('pay.button'), path: PAYMENT },
		{ text: t('button.carriers'), path: CARRIERS },
		{ text: t('button.language'), path: LANGUAGES },
	];
	return inRows([...buttons, ...more]);
}
