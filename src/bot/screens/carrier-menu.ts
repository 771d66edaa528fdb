import { bold, type Document, plain } from '../../answer/document.ts';
import { type Carrier, type Catalogue, pick } from '../../catalogue/catalogue.ts';
import { answerPath, carrierPath } from '../paths.ts';
import { backRow, inRows } from './layout.ts';
import type { Screen, View } from './screen.ts';

/** With more than this, the rest stands behind a button: rows for the way back and for what a question brings must stay. */
const MAX_BUTTONS = 12;

/** All that is known of a carrier, what is asked most first; what finds no room stands on `carrierMenuRest`. */
export function carrierMenu(
	catalogue: Catalogue,
	carrier: Carrier,
	back: string,
	{ locale, t }: Pick<View, 'locale' | 't'>,
): Screen {
	const buttons = buttonsOf(catalogue, carrier, t);
	const rest = buttons.length > MAX_BUTTONS ? [{ text: t('button.moreChoices'), path: restPath(carrier.id) }] : [];
	return {
		document: [
			{ kind: 'title', content: bold(pick(carrier.names, locale)) },
			...status(carrier, { locale, t }),
			paragraph(t('menu.carrierHint')),
		],
		rows: [...inRows([...buttons.slice(0, MAX_BUTTONS - rest.length), ...rest]), backRow(t, back)],
	};
}

/** Whether there is a part of the menu that `carrierMenu` has no room for. */
export function hasRest(catalogue: Catalogue, { id }: Carrier): boolean {
	return catalogue.procedures(id).length > MAX_BUTTONS;
}

/** The part of the menu that `carrierMenu` has no room for. */
export function carrierMenuRest(
	catalogue: Catalogue,
	carrier: Carrier,
	{ locale, t }: Pick<View, 'locale' | 't'>,
): Screen {
	return {
		document: [{ kind: 'title', content: bold(pick(carrier.names, locale)) }, paragraph(t('menu.carrierHint'))],
		rows: [...inRows(buttonsOf(catalogue, carrier, t).slice(MAX_BUTTONS - 1)), backRow(t, carrierPath(carrier.id))],
	};
}

function restPath(carrier: string): string {
	return `${carrierPath(carrier)}more/`;
}

function buttonsOf(catalogue: Catalogue, carrier: Carrier, t: View['t']): { text: string; path: string }[] {
	return catalogue.procedures(carrier.id).map((id) => ({
		text: t(`procedure.${id}.button`),
		path: answerPath({ procedure: id, carrier: carrier.id }),
	}));
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
