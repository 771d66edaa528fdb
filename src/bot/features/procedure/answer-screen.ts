import type { Answer } from '../../../answer/answer.ts';
import { type Document, plain } from '../../../answer/document.ts';
import { answerToDocument } from '../../../answer/layout.ts';
import { paginate } from '../../../answer/paginate.ts';
import type { Translate } from '../../../i18n/i18n.ts';
import type { Content, Services } from '../../deps.ts';
import { answerPath, feedbackPath, remindFromPath, type Topic } from '../../paths.ts';
import { answerTitle } from '../../screens/format.ts';
import { backRow, inRows, MAX_ROWS } from '../../screens/layout.ts';
import { type Button, leafScreen, type Screen, type ScreenNode, type View } from '../../screens/screen.ts';
import { hasCard } from '../cards/change.ts';
import { mayHaveTabs } from './card-tabs.ts';
import { SAVE, saveAction } from './save-card.ts';

/** No answer in any language is longer; a test holds them all against it. */
export const MAX_PAGES = 2;

/** What answers are drawn from, and where the cards under them are saved. */
export type AnswerParts = Content & Pick<Services, 'store'>;

/** The screen of an answer. A long one goes on under /2/. */
export function answerNode(content: AnswerParts, topic: Topic, back: string): ScreenNode {
	const pageNode = (page: number): ScreenNode => ({
		...leafScreen((view) => answerScreen(content, { topic, back, page }, view)),
		cacheKey: (view) => {
			const { path, locale, today, audience, group } = view;
			const own = [isSaved(topic, view), mayHaveTabs(topic, view)];
			return [path, page, locale, today, audience, group?.short === true, ...own].join(' ');
		},
		action: saveAction(content, topic),
	});
	const others = Array.from({ length: MAX_PAGES - 1 }, (_, index): [string, ScreenNode] => {
		return [String(index + 2), pageNode(index + 1)];
	});
	return { ...pageNode(0), topic, children: new Map(others) };
}

type Wanted = { topic: Topic; back: string; page: number };

function answerScreen(content: Content, { topic, back, page }: Wanted, view: View): Screen {
	const path = answerPath(topic);
	const answer = content.compose({ ...topic, locale: view.locale }, view.today);
	if (!answer) {
		throw new Error(`There is a screen for ${path} but the catalogue has no answer for it.`);
	}
	const pages = paginate(shorten(answerToDocument(answer, view.t), view));
	const index = Math.min(page, pages.length - 1);
	const count = pages.length > 1 ? view.t('menu.page', { page: index + 1, pages: pages.length }) : undefined;
	const pagePath = (wanted: number): string => (wanted === 0 ? path : `${path}${wanted + 1}/`);
	const next = index + 1 < pages.length ? pagePath(index + 1) : undefined;
	return {
		document: [...(pages[index] ?? []), ...(count ? [{ kind: 'paragraph' as const, content: plain(count) }] : [])],
		rows: [
			...answerRows(answer, view.t, MAX_ROWS - OTHER_ROWS - (mayHaveTabs(topic, view) ? 1 : 0)),
			...ownRow(topic, view, pagePath(page)),
			[
				...(view.canShare
					? [{ text: view.t('button.share'), share: answerTitle(content.catalogue, topic, view) }]
					: []),
				{ text: view.t('button.copyLink'), copy: view.linkTo(path) },
			],
			[
				{ text: view.t('button.good'), path: `${feedbackPath(topic)}good` },
				{ text: view.t('button.outdated'), path: feedbackPath(topic) },
			],
			[
				...(next ? [{ text: view.t('button.more'), path: next }] : []),
				...backRow(view.t, index === 0 ? back : pagePath(index - 1)),
			],
		],
	};
}

/** A group may want answers without their folded parts. In the private chat the answer is whole. */
function shorten(document: Document, { audience, group }: View): Document {
	return audience === 'group' && group?.short ? document.filter(({ kind }) => kind !== 'details') : document;
}

/** The rows that follow here: what is one's own, sharing, feedback, the way back. */
const OTHER_ROWS = 4;

/** What to tap next: the carrier's page first, then what is to be copied, then as many neighbouring questions as fit. */
function answerRows({ actions, carrier }: Answer, t: Translate, maxRows: number): Button[][] {
	const { links, copies, say, related } = actions;
	const here = inRows<Button>([
		...links.map(({ host, url }) => ({ text: t('button.link', { host }), url })),
		...(say ? [{ text: t('button.copySay'), copy: say }] : []),
		...copies.map(({ label, value }) => ({ text: t('button.copy', { label }), copy: value })),
	]).slice(0, maxRows);
	const next = related.map((id) => ({
		text: t(`procedure.${id}.button`),
		path: answerPath({ procedure: id, carrier: carrier.id }),
	}));
	return [...here, ...inRows(next).slice(0, maxRows - here.length)];
}

/** To keep the card and to be reminded is a matter of the private chat. */
function ownRow(topic: Topic, view: View, here: string): Button[][] {
	const { t, audience } = view;
	const card = { text: t(isSaved(topic, view) ? 'button.saved' : 'button.card'), path: `${here}${SAVE}` };
	return audience === 'private' ? [[card, { text: t('button.remind'), path: remindFromPath(topic) }]] : [];
}

/** In private only: nobody else learns what somebody has. */
function isSaved(topic: Topic, { audience, person }: View): boolean {
	return audience === 'private' && hasCard(person.cards, topic);
}
