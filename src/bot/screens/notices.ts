import { plain } from '../../answer/document.ts';
import { leafScreen, type ScreenNode } from './screen.ts';

/** Where a line says all, and a menu under it would be noise. */
export const ADMINS_ONLY = '/notice/admins/';
export const PRIVATE_ONLY = '/notice/private/';
export const SLOW_DOWN = '/notice/slow/';

type Line = 'settings.adminsOnly' | 'notice.privateOnly' | 'notice.slowDown';

/** Single lines as screens, so that they reach people in the same ways as answers do. */
export function menu(): ScreenNode {
	const children = new Map([
		['admins', line('settings.adminsOnly')],
		['private', line('notice.privateOnly')],
		['slow', line('notice.slowDown')],
	]);
	return { ...line('notice.slowDown'), children };
}

function line(key: Line): ScreenNode {
	return leafScreen(({ t }) => ({ document: [{ kind: 'paragraph', content: plain(t(key)) }], rows: [] }));
}
