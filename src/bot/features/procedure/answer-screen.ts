import { type Block, type Document, plain } from '../../../answer/document.ts';
import { answerToDocument } from '../../../answer/layout.ts';
import { openNowKey } from '../../../answer/open-now.ts';
import { paginate } from '../../../answer/paginate.ts';
import type { Content, Services } from '../../deps.ts';
import { answerPath, HOME, type Topic } from '../../paths.ts';
import { backRow } from '../../screens/layout.ts';
import { type Button, leafScreen, type Screen, type ScreenNode, type View } from '../../screens/screen.ts';
import { answerButtons, isSaved, moreRows } from './answer-buttons.ts';
import { saveAction } from './save-card.ts';

/** No answer in any language is longer; a test holds them all against it. */
export const MAX_PAGES = 2;

/** What answers are drawn from, and where the cards under them are saved. */
export type AnswerParts = Content & Pick<Services, 'store' | 'now'>;

/** The screen of an answer. A long one goes on under /2/; what there is no room for stands under /more/. */
export function answerNode(content: AnswerParts, topic: Topic, back: string): ScreenNode {
	const nodeOf = (screen: (view: View) => Screen): ScreenNode => ({
		...leafScreen(screen),
		cacheKey: (view) => {
			const { path, locale, today, audience, group } = view;
			const open = openNowKey(
				content.catalogue.procedure(topic.carrier, topic.procedure)?.methods ?? [],
				content.now(),
			);
			return [path, locale, today, audience, group?.short === true, isSaved(topic, view), open].join(' ');
		},
		action: saveAction(content, topic),
	});
	const pageNode = (page: number): ScreenNode => nodeOf((view) => answerScreen(content, { topic, back, page }, view));
	const others = Array.from({ length: MAX_PAGES - 1 }, (_, index): [string, ScreenNode] => {
		return [String(index + 2), pageNode(index + 1)];
	});
	const more = nodeOf((view) => moreScreen(content, { topic, back }, view));
	return { ...pageNode(0), topic, children: new Map([...others, ['more', more]]) };
}

type Wanted = { topic: Topic; back: string; page: number };

function answerScreen(content: AnswerParts, { topic, back, page }: Wanted, view: View): Screen {
	const answer = composed(content, topic, view);
	const pages = paginate(shorten(answerToDocument(answer, view.t, content.now()), view));
	const index = Math.min(page, pages.length - 1);
	const pagePath = (wanted: number): string => `${answerPath(topic)}${wanted === 0 ? '' : `${wanted + 1}/`}`;
	const turn: Button[] = [
		...(index > 0 || back !== HOME
			? [{ text: view.t('button.back'), path: index > 0 ? pagePath(index - 1) : back }]
			: []),
		...(index + 1 < pages.length ? [{ text: view.t('button.more'), path: pagePath(index + 1) }] : []),
	];
	const count = pages.length > 1 ? [plain(view.t('menu.page', { page: index + 1, pages: pages.length }))] : [];
	return {
		document: [...(pages[index] ?? []), ...count.map((content) => ({ kind: 'paragraph' as const, content }))],
		rows: answerButtons(content, { topic, answer }, view, turn),
	};
}

/** The same answer, with the buttons that it has no room for. */
function moreScreen(content: AnswerParts, { topic, back }: { topic: Topic; back: string }, view: View): Screen {
	const answer = composed(content, topic, view);
	const [first = []] = paginate(shorten(answerToDocument(answer, view.t, content.now()), view));
	return {
		document: first,
		rows: [...moreRows(content, { topic, answer, back }, view), backRow(view.t, answerPath(topic))],
	};
}

function composed(content: Content, topic: Topic, { locale, today }: View) {
	const answer = content.compose({ ...topic, locale }, today);
	if (!answer) {
		throw new Error(`There is a screen for ${answerPath(topic)} but the catalogue has no answer for it.`);
	}
	return answer;
}

/** A group may want answers without their folded parts. In the private chat the answer is whole. */
function shorten(document: Document, { audience, group }: View): Document {
	const isShort = audience === 'group' && group?.short === true;
	return isShort ? document.flatMap(withoutFold) : document;
}

/** Where an answer comes from is said in every one. */
function withoutFold(block: Block): Document {
	if (block.kind !== 'details') {
		return [block];
	}
	const [source] = block.isSource ? block.blocks : [];
	return source?.kind === 'paragraph' ? [{ kind: 'footer', content: source.content }] : [];
}
