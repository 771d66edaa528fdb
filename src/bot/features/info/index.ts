import { bold, type Document, plain } from '../../../answer/document.ts';
import type { Translate } from '../../../i18n/i18n.ts';
import { COMMANDS } from '../../commands.ts';
import { backRow } from '../../screens/layout.ts';
import { leafScreen, type ScreenNode } from '../../screens/screen.ts';

/** The screens that only tell something: how to ask, what this is. */
export function menus(): [string, ScreenNode][] {
	return [
		['help', infoNode(help)],
		['about', infoNode(about)],
	];
}

function infoNode(document: (t: Translate) => Document): ScreenNode {
	return leafScreen(({ t }) => ({ document: document(t), rows: [backRow(t, '/')] }));
}

function help(t: Translate): Document {
	return [
		{ kind: 'title', content: bold(t('screen.helpTitle')) },
		{ kind: 'paragraph', content: plain(t('screen.helpIntro')) },
		{
			kind: 'list',
			ordered: false,
			items: COMMANDS.map(({ command }) => plain(`/${command} – ${t(`command.${command}`)}`)),
		},
		{ kind: 'paragraph', content: plain(t('screen.helpGroup')) },
	];
}

function about(t: Translate): Document {
	return [
		{ kind: 'title', content: bold(t('screen.aboutTitle')) },
		{ kind: 'paragraph', content: plain(t('screen.aboutWhat')) },
		{ kind: 'paragraph', content: plain(t('screen.aboutNot')) },
		{ kind: 'footer', content: plain(t('screen.aboutOpen')) },
	];
}
