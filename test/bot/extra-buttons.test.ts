import { expect, test } from 'vitest';
import { withExtra, withPrivateLink } from '../../src/bot/deliver/extra-buttons.ts';
import { content } from '../support/nokori.ts';
import { allPlaces, draw, drawEverything, everyScreen, viewIn } from '../support/screens.ts';

const LINK = { text: 'Open private chat', url: 'https://t.me/nokori_bot?start=menu' };

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
	const buttons = [{ text: 'Set an alert', path: '/extra/' }];
	const crowded = screens.filter(({ screen }) => {
		const own = screen.rows.map((row) => row.map(({ text }, index) => ({ text, callback_data: `/${index}/` })));
		const rows = withExtra({ buttons }, own);
		return rows.length > 8 || own.flat().some((button) => !rows.flat().includes(button));
	});
	expect(crowded.map(({ path, locale }) => `${locale} ${path}`)).toEqual([]);
});

const FOUR = ['a', 'b', 'c', 'd'].map((name) => ({ text: name, path: `/${name}/` }));

/** A keyboard whose rows have so many buttons. */
function keyboard(...sizes: readonly number[]) {
	return sizes.map((size, row) =>
		Array.from({ length: size }, (_, column) => ({ text: 'own', callback_data: `/${row}-${column}/` })),
	);
}

test('tabs share one row above all others, and none stands twice', () => {
	const own = [[{ text: 'the same', callback_data: '/b/' }], ...keyboard(2, 1)];
	const rows = withExtra({ tabs: FOUR, buttons: [{ text: 'more', path: '/more/' }] }, own);
	expect(rows.map((row) => row.map(({ text }) => text))).toEqual([
		['a', 'b', 'c', 'd'],
		['more'],
		['own', 'own'],
		['own'],
	]);
});

test('for tabs a full screen moves its buttons together, and extra ones without room are left out', () => {
	const own = keyboard(2, 1, 2, 1, 2, 2, 2, 2);
	const rows = withExtra({ tabs: FOUR, buttons: [{ text: 'more', path: '/more/' }] }, own);
	expect(rows.map(({ length }) => length)).toEqual([4, 2, 2, 2, 2, 2, 2, 2]);
	expect(own.flat().filter((button) => !rows.flat().includes(button))).toEqual([]);
});

test('tabs for whose row a screen has no room are left out, and the screen stays as it is', () => {
	const own = keyboard(2, 2, 2, 2, 2, 2, 1, 2);
	expect(withExtra({ tabs: FOUR }, own)).toEqual(own);
});

test('every answer for the usual of several cards has room for their tabs and an extra button', async () => {
	const buttons = [{ text: 'more', path: '/more/' }];
	const crowded: string[] = [];
	for (const { path, node } of allPlaces(everyScreen())) {
		const carrier = node.topic?.carrier;
		for (const { id: locale } of carrier ? content().i18n.locales : []) {
			const person = { cards: [{ carrier: carrier ?? '' }, { carrier: 'other' }] };
			const { rows } = await draw(node, { ...viewIn(locale), person });
			const own = rows.map((row) => row.map(({ text }, index) => ({ text, callback_data: `${text}/${index}/` })));
			const shown = withExtra({ tabs: FOUR, buttons }, own);
			const isKept = own.flat().every((button) => shown.flat().includes(button));
			if (shown.length > 8 || shown[0]?.length !== FOUR.length || !isKept) {
				crowded.push(`${locale} ${path}`);
			}
		}
	}
	expect(crowded).toEqual([]);
});
