import type { Answer } from '../../../answer/answer.ts';
import { composeForAnyPhone } from '../../../answer/compose.ts';
import { bold, plain } from '../../../answer/document.ts';
import { answerToDocument } from '../../../answer/layout.ts';
import { paginate } from '../../../answer/paginate.ts';
import { PROCEDURES, type ProcedureId } from '../../../catalogue/vocabulary.ts';
import type { Content } from '../../deps.ts';
import { ANY_PHONE } from '../../paths.ts';
import { backRow, inRows, MAX_ROWS } from '../../screens/layout.ts';
import { type Button, leafScreen, type Screen, type ScreenNode, type View } from '../../screens/screen.ts';
import { MAX_PAGES } from '../procedure/answer-screen.ts';
import type { Guide } from './guide.ts';

/** The end of the guide for those who find no sign: whom to ask, and what any phone can do meanwhile. */
export function anyPhoneNode({ catalogue }: Content, { path, goal }: Guide): ScreenNode {
	const known = PROCEDURES.filter((id) => catalogue.shared(id));
	const wanted = [...known.filter((id) => id === goal), ...known.filter((id) => id !== goal)];
	return leafScreen(({ t }) => ({
		document: [
			{ kind: 'title', content: bold(t('identify.unknown.title')) },
			{ kind: 'paragraph', content: plain(t('identify.unknown.seller')) },
			...(wanted.length > 0 ? [{ kind: 'paragraph' as const, content: plain(t('identify.unknown.phone')) }] : []),
		],
		rows: [
			...inRows(wanted.map((id) => ({ text: t(`procedure.${id}.button`), path: `${ANY_PHONE}${id}/` }))),
			backRow(t, path),
		],
	}));
}

/** What any phone can do, each under its own name: /identify-carrier/unknown/check-data/. */
export function anyPhoneAnswers(content: Content): ReadonlyMap<string, ScreenNode> {
	const node = (id: ProcedureId, page: number): ScreenNode =>
		leafScreen((view) => answerScreen(content, { id, page }, view));
	const others = (id: ProcedureId): [string, ScreenNode][] =>
		Array.from({ length: MAX_PAGES - 1 }, (_, index) => [String(index + 2), node(id, index + 1)]);
	return new Map(
		PROCEDURES.filter((id) => content.catalogue.shared(id)).map((id) => [
			id,
			{ ...node(id, 0), children: new Map(others(id)) },
		]),
	);
}

type Shown = { id: ProcedureId; page: number };

function answerScreen({ catalogue }: Content, { id: procedure, page }: Shown, view: View): Screen {
	const { locale, t, today } = view;
	const answer = composeForAnyPhone(catalogue, { procedure, locale, name: t('identify.unknown.anyPhone') }, today);
	const pages = answer ? paginate(answerToDocument(answer, t)) : [];
	const index = Math.min(page, pages.length - 1);
	const pathOf = (wanted: number): string => `${ANY_PHONE}${procedure}/${wanted === 0 ? '' : `${wanted + 1}/`}`;
	const next = index + 1 < pages.length ? [{ text: t('button.more'), path: pathOf(index + 1) }] : [];
	return {
		document: pages[index] ?? [],
		rows: [
			...(answer ? actionRows(answer, view) : []),
			[...next, ...backRow(t, index > 0 ? pathOf(index - 1) : ANY_PHONE)],
		],
	};
}

function actionRows({ actions: { links, copies } }: Answer, { t }: View): Button[][] {
	return inRows<Button>([
		...links.map(({ host, url }) => ({ text: t('button.link', { host }), url })),
		...copies.map(({ label, value }) => ({ text: t('button.copy', { label }), copy: value })),
	]).slice(0, MAX_ROWS - 2);
}
