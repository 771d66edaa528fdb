import type { Translate } from '../../i18n/i18n.ts';
import { HOME } from '../paths.ts';
import type { Button } from './screen.ts';

/** Telegram gives no number; more than this does not fit a small phone. */
export const MAX_ROWS = 8;
export const COLUMNS = 2;

/** Puts buttons side by side, two in a row: labels in four languages still fit a narrow phone. */
export function inRows<T>(buttons: readonly T[], columns = COLUMNS): T[][] {
	const rows = Math.ceil(buttons.length / columns);
	return Array.from({ length: rows }, (_, row) => buttons.slice(row * columns, (row + 1) * columns));
}

/** The last row of every screen but the root. Where back would lead home, home alone is shown. */
export function backRow(t: Translate, backPath: string): Button[] {
	const home: Button = { text: t('button.home'), path: HOME };
	return backPath === HOME ? [home] : [{ text: t('button.back'), path: backPath }, home];
}
