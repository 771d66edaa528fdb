import { bold, plain } from '../../../answer/document.ts';
import { hostOf } from '../../../answer/evidence.ts';
import { guideToDocument } from '../../../answer/guide-document.ts';
import { type Guide, pick } from '../../../catalogue/catalogue.ts';
import type { ProcedureId } from '../../../catalogue/vocabulary.ts';
import type { Translate } from '../../../i18n/i18n.ts';
import type { Content } from '../../deps.ts';
import { CHECK, carrierPath, HOME, PAYMENT, type Topic } from '../../paths.ts';
import { backRow, inFittingRows, inRows, MAX_ROWS } from '../../screens/layout.ts';
import { leafScreen, type Screen, type ScreenNode, type View } from '../../screens/screen.ts';
import { pathTo } from '../procedure/index.ts';
import { guideButtons } from './guide-button.ts';

/** Convenience stores, shops, foreign cards, wallets: what works there with which carrier. */
export function paymentScreens(content: Content): ScreenNode {
	const guides = content.catalogue.guides.filter(isAboutPaying);
	return {
		screen: ({ locale, t }) => ({
			document: [
				{ kind: 'title', content: bold(t('pay.title')) },
				{ kind: 'paragraph', content: plain(t('pay.hint')) },
			],
			rows: [...inRows(guides.flatMap((guide) => guideButtons(guide, { locale }))), backRow(t, HOME)],
		}),
		children: childrenOf(content, guides, PAYMENT),
	};
}

/** All other guides. They have no list of their own: words, the menu and other screens lead to them. */
export function guideScreens(content: Content): ScreenNode['children'] {
	const guides = content.catalogue.guides.filter((guide) => !isAboutPaying(guide));
	return childrenOf(content, guides, HOME);
}

function isAboutPaying({ menu }: Guide): boolean {
	return menu === 'pay';
}

function childrenOf(content: Content, guides: readonly Guide[], back: string): Map<string, ScreenNode> {
	return new Map(guides.map((guide) => [guide.id, leafScreen((view) => guideScreen(content, guide, back, view))]));
}

/** The procedures under whose answers the ways to pay are offered. */
const PAID: readonly ProcedureId[] = ['top-up', 'pay-bill'];

/** The button that leads from an answer to the paying pages, where one pays for what the answer is about. */
export function payingButton({ procedure }: Topic, t: Translate): { text: string; path: string } | undefined {
	return PAID.includes(procedure) ? { text: t('pay.button'), path: PAYMENT } : undefined;
}

function guideScreen({ catalogue }: Content, guide: Guide, back: string, view: View): Screen {
	const { t, locale } = view;
	const links = guide.links.map(({ url }) => ({ text: t('button.link', { host: hostOf(url) }), url }));
	const check = guide.id === 'suspicious-message' ? [{ text: t('check.button'), path: CHECK }] : [];
	const related = guide.related.map((id) => ({ text: t(`procedure.${id}.button`), path: pathTo(catalogue, id) }));
	const carriers = catalogue.carriers
		.filter(({ id }) => guide.carriers.includes(id))
		.map(({ id, names }) => ({ text: pick(names, locale), path: carrierPath(id) }));
	return {
		document: guideToDocument(guide, view),
		rows: [...inFittingRows([...check, ...links, ...related, ...carriers]).slice(0, MAX_ROWS - 1), backRow(t, back)],
	};
}
