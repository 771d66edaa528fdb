import { expect, test } from 'vitest';
import { withExtra, withPrivateLink } from '../../src/bot/deliver/extra-buttons.ts';
import { drawEverything } from '../support/screens.ts';

const LINK = { text: 'Open a private chat', url: 'https://t.me/nokori_bot?start=menu' };

const screens = await drawEverything();

test('every public menu has room for the way to the private chat', () => {
	const crowded = screens.filter(({ screen }) => {
		const keyboard = screen.rows.map((row) => row.map(({ text }) => ({ text, callback_data: '/' })));
		const rows = withPrivateLink(LINK, keyboard);
		return rows.length > 8 || rows.some((row) => row.length === 0 || row.length > 3) || !rows.flat().includes(LINK);
	});
	expect(crowded.map(({ path, locale }) => `${locale} ${path}`)).toEqual([]);
});

test('the way to the private chat stands above the way back', () => {
	const back = [{ text: '‹ Back', callback_data: '/' }];
	expect(withPrivateLink(LINK, [[{ text: 'povo', callback_data: '/p/' }], back]).at(-1)).toEqual(back);
	expect(withPrivateLink(LINK, [])).toEqual([[LINK]]);
});

test('extra buttons find room on every screen without taking a way on from it', () => {
	const extra = [{ text: 'Set an alert', path: '/extra/' }];
	const crowded = screens.filter(({ screen }) => {
		const own = screen.rows.map((row) => row.map(({ text }, index) => ({ text, callback_data: `/${index}/` })));
		const rows = withExtra(extra, own);
		return rows.length > 8 || own.flat().some((button) => !rows.flat().includes(button));
	});
	expect(crowded.map(({ path, locale }) => `${locale} ${path}`)).toEqual([]);
});
