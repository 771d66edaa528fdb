import { bold, type Document, plain } from '../../../answer/document.ts';
import { type Carrier, pick } from '../../../catalogue/catalogue.ts';
import type { Content } from '../../deps.ts';
import { answerPath, CARRIERS, carrierPath, IDENTIFY } from '../../paths.ts';
import { carrierChoice } from '../../screens/carrier-choice.ts';
import { backRow, inRows } from '../../screens/layout.ts';
import { leafScreen, type Screen, type ScreenNode, type View } from '../../screens/screen.ts';

/** The way in by carrier: all of them, and below each what is known for it. */
export function carrierScreens(content: Content): ScreenNode {
	const choice = carrierChoice({
		path: CARRIERS,
		target: carrierPath,
		groups: content.catalogue.groups(),
		title: ({ t }) => t('menu.carriers'),
		help: ({ t }) => [{ text: t('button.recognise'), path: IDENTIFY }],
	});
	const carriers = content.catalogue.carriers.map((carrier): [string, ScreenNode] => [
		carrier.id,
		leafScreen((view) => carrierScreen(content, carrier, view)),
	]);
	return { screen: choice.screen, children: new Map([...choice.children, ...carriers]) };
}

function carrierScreen({ catalogue }: Content, carrier: Carrier, { locale, t }: View): Screen {
	const procedures = catalogue.procedures(carrier.id);
	const document: Document = [
		{ kind: 'title', content: bold(pick(carrier.names, locale)) },
		...status(carrier, { locale, t }),
		paragraph(t('menu.carrierHint')),
	];
	const buttons = procedures.map((id) => ({
		text: t(`procedure.${id}.button`),
		path: answerPath({ procedure: id, carrier: carrier.id }),
	}));
	return { document, rows: [...inRows(buttons), backRow(t, CARRIERS)] };
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
