import { plain } from '../../../answer/document.ts';
import { leaf, type ScreenNode } from '../../menu/screen.ts';

/** Where a line says all, and a menu under it would be noise. */
export const ADMINS_ONLY = '/notice/admins/';
export const SLOW_DOWN = '/notice/slow/';

/** Single lines as screens, so that they reach people in the same ways as answers do. */
export function menu(): ScreenNode {
	return {
		...line('notice.slowDown'),
		children: new Map([
			['admins', line('settings.adminsOnly')],
			['slow', line('notice.slowDown')],
		]),
	};
}

function line(key: 'settings.adminsOnly' | 'notice.slowDown'): ScreenNode {
	return leaf(({ t }) => ({ document: [{ kind: 'paragraph', content: plain(t(key)) }], rows: [] }));
}
