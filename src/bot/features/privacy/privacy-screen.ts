import { bold, type Document, plain } from '../../../answer/document.ts';
import { splitText } from '../../../cut-text.ts';
import { HOME, PRIVACY } from '../../paths.ts';
import { backRow } from '../../screens/layout.ts';
import type { Screen, View } from '../../screens/screen.ts';

/** A page behind the first, by its number. */
export const PAGE_NAME = /^[1-9]\d{0,3}$/;

/** Telegram shows 4,096 characters; the rest of the screen needs room too. */
const MAX_STORED = 2000;

/** What is stored about a person, in as many pages as it takes. Which page it is, the path says. */
export function privacyScreen({ t, path }: View, stored: string): Screen {
	const pages = splitText(stored, MAX_STORED);
	const wanted = Number(path.slice(PRIVACY.length, -1)) || 1;
	const page = Math.min(wanted, pages.length);
	const document: Document = [
		{ kind: 'title', content: bold(t('screen.privacyTitle')) },
		...(page === 1 ? policy(t) : []),
		{ kind: 'heading', content: bold(t('privacy.kept')) },
		{ kind: 'paragraph', content: [{ text: pages[page - 1] ?? '', style: 'code' }] },
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
	const texts = ['screen.privacyKept', 'screen.privacyMisses', 'screen.privacyNot', 'screen.privacyBlocked'] as const;
	return texts.map((key) => ({ kind: 'paragraph', content: plain(t(key)) }));
}

function pagePath(page: number): string {
	return page === 1 ? PRIVACY : `${PRIVACY}${page}/`;
}
