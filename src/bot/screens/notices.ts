import { plain } from '../../answer/document.ts';
import { leafScreen, type ScreenNode } from './screen.ts';

type Text = 'settings.adminsOnly' | 'notice.privateOnly' | 'notice.slowDown';

/** Single lines as screens without a menu, so that they reach people in the same ways as answers do. */
export function noticeScreens(): ScreenNode {
	const children = new Map([
		['admins', line('settings.adminsOnly')],
		['private', line('notice.privateOnly')],
		['slow', line('notice.slowDown')],
	]);
	return { ...line('notice.slowDown'), children };
}

function line(key: Text): ScreenNode {
	return leafScreen(({ t }) => ({ document: [{ kind: 'paragraph', content: plain(t(key)) }], rows: [] }));
}
