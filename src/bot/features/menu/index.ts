import { bold, type Document, plain } from '../../../answer/document.ts';
import { PROCEDURES } from '../../../catalogue/vocabulary.ts';
import type { Content } from '../../deps.ts';
import { inRows } from '../../screens/layout.ts';
import type { Button, ScreenNode, View } from '../../screens/screen.ts';
import * as identify from '../identify/index.ts';
import * as info from '../info/index.ts';
import * as pay from '../pay/index.ts';
import * as procedure from '../procedure/index.ts';
import { carriersNode } from './carriers.ts';

/**
 * The whole menu. The root asks what is needed; every path below it is named after its screens.
 * @param others screens of features that need more than the content, by their name in the path
 */
export function menu(content: Content, others: ReadonlyMap<string, ScreenNode>): ScreenNode {
	const procedures = PROCEDURES.map((id): [string, ScreenNode] => [
		id,
		id === 'identify-carrier' ? identify.menu(content) : procedure.menu(content, id),
	]);
	return {
		screen: (view) => ({ document: homeDocument(view), rows: homeRows(content, view) }),
		children: new Map([
			...procedures,
			['carriers', carriersNode(content)],
			['pay', pay.menu(content)],
			...info.menus(),
			...others,
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
		path: procedure.pathTo(catalogue, id),
	}));
	const more = [
		{ text: t('pay.button'), path: '/pay/' },
		{ text: t('button.carriers'), path: '/carriers/' },
		{ text: t('button.language'), path: '/lang/' },
	];
	return inRows([...buttons, ...more]);
}
