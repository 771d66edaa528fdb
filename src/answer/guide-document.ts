import { type Guide, pick } from '../catalogue/catalogue.ts';
import type { Text } from '../catalogue/schema.ts';
import type { Translate } from '../i18n/i18n.ts';
import { bold, type Document, type PlainBlock, plain } from './document.ts';
import { sumUpEvidence } from './evidence.ts';
import { mythsFor } from './for-reader.ts';
import { changedBlock, details, evidenceLine, listFold, MAX_TRAPS, mythsBlock } from './layout.ts';

type Reader = { locale: string; t: Translate /** As 2026-11-20. */; today: string };

/** Lays a guide out as an answer is: the gist, what costs most, the steps or points, and the rest folded behind them. */
export function guideToDocument(guide: Guide, { locale, t, today }: Reader): Document {
	const inLanguage = (texts: readonly Text[]): string[] => texts.map((text) => pick(text, locale));
	const [traps, steps, points] = [guide.traps, guide.steps, guide.points].map(inLanguage) as [
		string[],
		string[],
		string[],
	];
	const isOrdered = steps.length > 0;
	const lead = [pick(guide.gist, locale), ...traps.slice(0, MAX_TRAPS).map((trap) => `⚠️ ${trap}`)].join('\n');
	const source: PlainBlock = {
		kind: 'paragraph',
		content: [{ text: evidenceLine(sumUpEvidence(guide, today), t), style: 'italic' }],
	};
	const doubts: PlainBlock[] =
		guide.confidence === 'low' ? [{ kind: 'paragraph', content: plain(`⚠️ ${t('answer.weak')}`) }] : [];
	return [
		{ kind: 'title', content: bold(`📌 ${pick(guide.names, locale)}`) },
		{ kind: 'paragraph', content: plain(lead) },
		{ kind: 'list', ordered: isOrdered, items: (isOrdered ? steps : points).map(plain) },
		...listFold(t('answer.more'), [...traps.slice(MAX_TRAPS), ...(isOrdered ? points : [])]),
		...mythsBlock(mythsFor(guide.myths, locale), t),
		...changedBlock(guide.changedPage, t),
		{ ...details(t('answer.sources'), [source, ...doubts]), isSource: true },
	];
}
