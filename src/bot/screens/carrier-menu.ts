import { bold, type Document, plain } from '../../answer/document.ts';
import { type Carrier, type Catalogue, pick } from '../../catalogue/catalogue.ts';
import { answerPath } from '../paths.ts';
import { backRow, inRows } from './layout.ts';
import type { Screen, View } from './screen.ts';

/** All that is known of a carrier. */
export function carrierMenu(
	catalogue: Catalogue,
	carrier: Carrier,
	back: string,
	{ locale, t }: Pick<View, 'locale' | 't'>,
): Screen {
	const buttons = catalogue.procedures(carrier.id).map((id) => ({
		text: t(`procedure.${id}.button`),
		path: answerPath({ procedure: id, carrier: carrier.id }),
	}));
	return {
		document: [
			{ kind: 'title', content: bold(pick(carrier.names, locale)) },
			...status(carrier, { locale, t }),
			paragraph(t('menu.carrierHint')),
		],
		rows: [...inRows(buttons), backRow(t, back)],
	};
}

/** The note says the same as the status and more, where there is one. */
function status({ status: known, statusNote }: Carrier, { locale, t }: Pick<View, 'locale' | 't'>): Document {
	const sign = known === 'active' ? '' : '⚠️ ';
	if (statusNote) {
		return [paragraph(sign + pick(statusNote, locale))];
	}
	return known === 'active' ? [] : [paragraph(sign + t(`status.${known}`))];
}

function paragraph(text: string): Document[number] {
	return { kind: 'paragraph', content: plain(text) };
}
