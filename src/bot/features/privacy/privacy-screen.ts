import { bold, type Document, plain } from '../../../answer/document.ts';
import { renderText } from '../../../answer/render-text.ts';
import { splitText } from '../../../cut-text.ts';
import { HOME, PRIVACY } from '../../paths.ts';
import { backRow } from '../../screens/layout.ts';
import type { Screen, View } from '../../screens/screen.ts';
import { type Kept, type KeptContent, keptLines } from './kept-lines.ts';

/** A page behind the first, by its number. */
export const PAGE_NAME = /^[1-9]\d{0,3}$/;

/** Telegram shows 4,096 characters and 100 entities; the rest of the screen needs room too. */
const MAX_LIST = 2000;
const MAX_ENTITIES = 90;
/** Longer than any line should be; one that is goes on in the next. */
const MAX_LINE = 400;

/** What is kept about a person, in as many pages as it takes. Which page it is, the path says. */
export function privacyScreen(content: KeptContent, view: View, kept: Kept): Screen {
	const { t, path } = view;
	const pages = toPages(keptLines(content, view, kept));
	const wanted = Number(path.slice(PRIVACY.length, -1)) || 1;
	const page = Math.min(wanted, pages.length);
	const document: Document = [
		{ kind: 'title', content: bold(t('screen.privacyTitle')) },
		...(page === 1 ? policy(t) : []),
		...keptList(t, pages[page - 1] ?? []),
		...(pages.length > 1
			? [{ kind: 'paragraph' as const, content: plain(t('menu.page', { page, pages: pages.length })) }]
			: []),
	];
	return {
		document,
		rows: [
			[
				{ text: t('privacy.button.export'), path: `${PRIVACY}export` },
				{ text: t('privacy.button.delete'), path: `${PRIVACY}delete/` },
			],
			[
				...(page < pages.length ? [{ text: t('button.more'), path: pagePath(page + 1) }] : []),
				...backRow(t, page === 1 ? HOME : pagePath(page - 1)),
			],
		],
	};
}

/** What is kept of whom and why. It stands on the first page alone. */
function policy(t: View['t']): Document {
	const texts = [
		'screen.privacyKept',
		'screen.privacyMisses',
		'screen.privacyNot',
		'screen.privacyChecks',
		'screen.privacyBlocked',
	] as const;
	return texts.map((key) => ({ kind: 'paragraph', content: plain(t(key)) }));
}

function keptList(t: View['t'], lines: readonly string[]): Document {
	return lines.length === 0
		? [{ kind: 'paragraph', content: bold(t('privacy.nothing')) }]
		: [{ kind: 'heading', content: bold(t('privacy.kept')) }, listOf(lines)];
}

function listOf(lines: readonly string[]): Document[number] {
	return { kind: 'list', ordered: false, items: lines.map(plain) };
}

/** @returns at least one page, which is empty where there are no lines */
function toPages(lines: readonly string[]): string[][] {
	const pages: string[][] = [[]];
	for (const line of lines.flatMap((whole) => splitText(whole, MAX_LINE))) {
		const page = pages.at(-1) ?? [];
		if (page.length === 0 || fits([...page, line])) {
			page.push(line);
		} else {
			pages.push([line]);
		}
	}
	return pages;
}

function fits(lines: readonly string[]): boolean {
	const { text, entities } = renderText([listOf(lines)]);
	return text.length <= MAX_LIST && entities.length <= MAX_ENTITIES;
}

function pagePath(page: number): string {
	return page === 1 ? PRIVACY : `${PRIVACY}${page}/`;
}
