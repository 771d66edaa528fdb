import { pick } from '../catalogue/catalogue.ts';
import type { Channel } from '../catalogue/schema.ts';
import type { Translate } from '../i18n/i18n.ts';
import { type Block, bold, type Document, plain } from './document.ts';
import { sumUpEvidence } from './evidence.ts';
import { mythsFor } from './for-reader.ts';
import { evidenceLine, mythsBlock } from './layout.ts';

type Reader = { locale: string; t: Translate /** As 2026-11-20. */; today: string };

/** Lays out what works at one place or with one means to pay, and what does not. */
export function channelToDocument(channel: Channel, { locale, t, today }: Reader): Document {
	const points: Block = {
		kind: 'list',
		ordered: false,
		items: channel.points.map((point) => plain(pick(point, locale))),
	};
	return [
		{ kind: 'title', content: bold(`📌 ${pick(channel.names, locale)}`) },
		{ kind: 'paragraph', content: plain(pick(channel.gist, locale)) },
		...(channel.confidence === 'low' ? [{ kind: 'paragraph' as const, content: plain(`⚠️ ${t('answer.weak')}`) }] : []),
		points,
		...mythsBlock(mythsFor(channel.myths, locale), t),
		{ kind: 'footer', content: [{ text: evidenceLine(sumUpEvidence(channel, today), t), style: 'italic' }] },
	];
}
