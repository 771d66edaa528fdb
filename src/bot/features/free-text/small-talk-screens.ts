import { plain } from '../../../answer/document.ts';
import { SMALL_TALK, type SmallTalk } from '../../../understand/small-talk.ts';
import type { Content } from '../../deps.ts';
import { CARRIERS, guidePath, HELP, HOME, IDENTIFY, PRIVACY } from '../../paths.ts';
import { inFittingRows } from '../../screens/layout.ts';
import { type Button, leafScreen, type ScreenNode, type View } from '../../screens/screen.ts';

/** What the bot cannot see or hear has its own sentence: photos, voices, stickers, places. */
const KINDS = [...SMALL_TALK, 'senses'] as const;

/** One sentence and one or two buttons for each kind of small talk. */
export function smallTalkScreens(content: Pick<Content, 'catalogue'>): [string, ScreenNode][] {
	return KINDS.map((kind) => [
		kind,
		leafScreen((view) => ({
			document: [{ kind: 'paragraph', content: plain(view.t(`smallTalk.${kind}`)) }],
			rows: inFittingRows(buttonsFor(content, kind, view)),
		})),
	]);
}

function buttonsFor(
	{ catalogue }: Pick<Content, 'catalogue'>,
	kind: SmallTalk | 'senses',
	{ t, audience }: View,
): Button[] {
	const menu = { text: t('button.home'), path: HOME };
	const help = { text: t('button.help'), path: HELP };
	const message = catalogue.guide('suspicious-message');
	switch (kind) {
		case 'code':
			return message ? [{ text: t('menu.doors.message'), path: guidePath(message) }, menu] : [menu];
		case 'greeting':
			return [menu, help];
		case 'thanks':
			return [menu];
		case 'trust':
			return audience === 'private' ? [{ text: t('button.privacy'), path: PRIVACY }, menu] : [menu];
		case 'choice':
			return [{ text: t('menu.doors.sim'), path: IDENTIFY }, { text: t('button.carriers'), path: CARRIERS }, menu];
		case 'senses':
			return [{ text: t('menu.doors.sim'), path: IDENTIFY }, help, menu];
	}
}
