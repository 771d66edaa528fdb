import { expect, test } from 'vitest';
import { withPrivateLink } from '../../src/bot/deliver/keyboard.ts';
import { drawEverything } from '../support/screens.ts';

const LINK = { text: 'Open in private', url: 'https://t.me/nokori_bot?start=menu' };

test('every public menu has room for the way to the private chat', () => {
	const crowded = drawEverything().filter(({ screen }) => {
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
