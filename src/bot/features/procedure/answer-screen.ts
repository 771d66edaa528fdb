import type { Answer, Question } from '../../../answer/answer.ts';
import { type Document, plain } from '../../../answer/document.ts';
import { answerToDocument } from '../../../answer/layout.ts';
import { paginate } from '../../../answer/paginate.ts';
import type { Translate } from '../../../i18n/i18n.ts';
import type { Content } from '../../deps.ts';
import { rememberScreen } from '../../menu/remember-screens.ts';
import { backRow, inRows, MAX_ROWS } from '../../screens/layout.ts';
import { type Button, leafScreen, type Screen, type ScreenNode, type View } from '../../screens/screen.ts';
import { feedbackPath } from '../feedback/index.ts';
import { titleOf } from './title.ts';

type Asked = Omit<Question, 'locale'>;
type Place = { path: string; back: string };

/** No answer in any language is longer; a test holds them all against it. */
export const MAX_PAGES = 2;

/** The screen of an answer. A long one goes on under /2/. */
export function answerNode(content: Content, asked: Asked, place: Place): ScreenNode {
	const screenOf = (page: number) => (view: View) => remembered(content, { asked, place, page }, view);
	const others = Array.from({ length: MAX_PAGES - 1 }, (_, index): [string, ScreenNode] => {
		return [String(index + 2), leafScreen(screenOf(index + 1))];
	});
	return { screen: screenOf(0), children: new Map(others) };
}

type Wanted = { asked: Asked; place: Place; page: number };

/** All that an answer takes from whom it is drawn for stands in the key. */
function remembered(content: Content, wanted: Wanted, view: View): Screen {
	const { locale, today, audience, group } = view;
	const { path } = wanted.place;
	const key = JSON.stringify([path, view.linkTo(path), wanted.page, locale, today, audience, group?.short === true]);
	return rememberScreen(content, key, () => answerScreen(content, wanted, view));
}

function answerScreen(content: Content, { asked, place, page }: Wanted, view: View): Screen {
	const answer = content.compose({ ...asked, locale: view.locale }, view.today);
	if (!answer) {
		throw new Error(`There is a screen for ${place.path} but the catalogue has no answer for it.`);
	}
	const pages = paginate(shorten(answerToDocument(answer, view.t), view));
	const index = Math.min(page, pages.length - 1);
	const count = pages.length > 1 ? view.t('menu.page', { page: index + 1, pages: pages.length }) : undefined;
	const next = index + 1 < pages.length ? `${place.path}${index + 2}/` : undefined;
	const before = index === 1 ? place.path : `${place.path}${index}/`;
	return {
		document: [...(pages[index] ?? []), ...(count ? [{ kind: 'paragraph' as const, content: plain(count) }] : [])],
		rows: [
			...answerRows(answer, view.t),
			...ownRow(asked, view),
			[
				{ text: view.t('button.share'), share: titleOf(content.catalogue, asked, view) },
				{ text: view.t('button.copyLink'), copy: view.linkTo(place.path) },
			],
			[
				{ text: view.t('button.good'), path: `${feedbackPath(asked)}good` },
				{ text: view.t('button.outdated'), path: feedbackPath(asked) },
			],
			[
				...(next ? [{ text: view.t('button.more'), path: next }] : []),
				...backRow(view.t, index === 0 ? place.back : before),
			],
		],
	};
}

/** A group may want answers without their folded parts. Who opens the answer in private gets all of it. */
function shorten(document: Document, { audience, group }: View): Document {
	return audience === 'group' && group?.short ? document.filter(({ kind }) => kind !== 'details') : document;
}

/** The rows that follow here: what is one's own, sharing, feedback, the way back. */
const OTHER_ROWS = 4;

/** What to tap next: the carrier's page first, then what is to be copied, then as many neighbouring questions as fit. */
function answerRows({ actions, carrier }: Answer, t: Translate): Button[][] {
	const { links, copies, say, related } = actions;
	const here = inRows<Button>([
		...links.map(({ host, url }) => ({ text: t('button.link', { host }), url })),
		...(say ? [{ text: t('button.copySay'), copy: say }] : []),
		...copies.map(({ label, value }) => ({ text: t('button.copy', { label }), copy: value })),
	]).slice(0, MAX_ROWS - OTHER_ROWS);
	const next = related.map((id) => ({ text: t(`procedure.${id}.button`), path: `/${id}/${carrier.id}/` }));
	return [...here, ...inRows(next).slice(0, MAX_ROWS - OTHER_ROWS - here.length)];
}

/** To keep the card and to be reminded is a matter of the private chat. */
function ownRow({ carrier, form }: Asked, { t, audience }: View): Button[][] {
	const card = { text: t('button.card'), path: `/mycard/add/${carrier}${form ? `.${form}` : ''}` };
	return audience === 'private' ? [[card, { text: t('button.remind'), path: `/remind/${carrier}/` }]] : [];
}
