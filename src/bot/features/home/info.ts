import { type Block, bold, type Document, plain } from '../../../answer/document.ts';
import type { Translate } from '../../../i18n/i18n.ts';
import { COMMANDS } from '../../commands.ts';
import { DOOR_IDS, doorOf } from '../../doors.ts';
import { HOME } from '../../paths.ts';
import { backRow } from '../../screens/layout.ts';
import { leafScreen, type ScreenNode } from '../../screens/screen.ts';

/** How to ask. */
export const helpNode = infoNode(help);
/** What the bot is. */
export const aboutNode = infoNode(about);

function infoNode(document: (t: Translate) => Document): ScreenNode {
	return leafScreen(({ t }) => ({ document: document(t), rows: [backRow(t, HOME)] }));
}

/** What one may write or paste, each an example in the reader's own words. */
const EXAMPLES = ['data', 'trouble', 'keep', 'sign', 'remind'] as const;

/** Examples first: nobody needs a command. These are grouped as the menu is. */
function help(t: Translate): Document {
	return [
		{ kind: 'title', content: bold(t('screen.helpTitle')) },
		{ kind: 'paragraph', content: plain(t('screen.helpIntro')) },
		{ kind: 'list', ordered: false, items: EXAMPLES.map((name) => plain(t(`screen.helpExample.${name}`))) },
		{ kind: 'heading', content: bold(t('screen.helpCommands')) },
		{ kind: 'paragraph', content: plain(t('screen.helpCarrier')) },
		...([...DOOR_IDS, 'other'] as const).flatMap((group): Block[] => [
			{
				kind: 'paragraph',
				content: [{ text: `${t(`menu.doors.${group}`)}\n`, style: 'bold' }, { text: commandLines(group, t) }],
			},
		]),
		{ kind: 'paragraph', content: plain(t('screen.helpGroup')) },
	];
}

function commandLines(group: (typeof DOOR_IDS)[number] | 'other', t: Translate): string {
	return COMMANDS.filter((entry) => ('procedure' in entry ? doorOf(entry.procedure) : 'other') === group)
		.map(({ command }) => `/${command} – ${t(`command.${command}`)}`)
		.join('\n');
}

function about(t: Translate): Document {
	return [
		{ kind: 'title', content: bold(t('screen.aboutTitle')) },
		{ kind: 'paragraph', content: plain(t('screen.aboutWhat')) },
		{ kind: 'paragraph', content: plain(t('screen.aboutNot')) },
		{ kind: 'footer', content: plain(t('screen.aboutOpen')) },
	];
}
