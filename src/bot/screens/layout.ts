import { columnsOf } from '../../answer/height.ts';
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

/** As much of a label as a phone shows where two share a row. */
const LABEL_COLUMNS = 20;

/** The same, but a button whose label would be cut has a row of its own. */
export function inFittingRows<T extends { text: string }>(buttons: readonly T[]): T[][] {
	const rows: T[][] = [];
	const isShort = ({ text }: T): boolean => columnsOf(text) <= LABEL_COLUMNS;
	for (const button of buttons) {
		const half = isShort(button) ? rows.find((row) => row.length === 1 && row.every(isShort)) : undefined;
		if (half) {
			half.push(button);
		} else {
			rows.push([button]);
		}
	}
	return rows;
}

/** The last row of every screen but the root. Where back would lead home, home alone is shown. */
export function backRow(t: Translate, backPath: string): Button[] {
	const home: Button = { text: t('button.home'), path: HOME };
	return backPath === HOME ? [home] : [{ text: t('button.back'), path: backPath }, home];
}
