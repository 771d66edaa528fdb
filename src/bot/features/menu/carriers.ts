import { bold, type Document, plain } from '../../../answer/document.ts';
import { pick } from '../../../answer/pick.ts';
import type { Carrier } from '../../../catalogue/catalogue.ts';
import type { Content } from '../../deps.ts';
import { carrierChoice } from '../../screens/carrier-choice.ts';
import { backRow, inRows } from '../../screens/layout.ts';
import { leafScreen, type Screen, type ScreenNode, type View } from '../../screens/screen.ts';

const PATH = '/carriers/';

/** The way in by carrier: all of them, and below each what is known for it. */
export function carriersNode(content: Content): ScreenNode {
	const choice = carrierChoice({
		path: PATH,
		groups: content.catalogue.groups(),
		title: ({ t }) => t('menu.carriers'),
		help: ({ t }) => [{ text: t('button.recognise'), path: '/identify-carrier/' }],
	});
	const carriers = content.catalogue.carriers.map((carrier): [string, ScreenNode] => [
		carrier.id,
		leafScreen((view) => carrierScreen(content, carrier, view)),
	]);
	return { screen: choice.screen, children: new Map([...choice.groups, ...carriers]) };
}

function carrierScreen({ catalogue }: Content, carrier: Carrier, { locale, t }: View): Screen {
	const procedures = catalogue.procedures(carrier.id);
	const document: Document = [
		{ kind: 'title', content: bold(pick(carrier.names, locale)) },
		...status(carrier, { locale, t }),
		paragraph(t('menu.carrierHint')),
	];
	const buttons = procedures.map((id) => ({ text: t(`procedure.${id}.button`), path: `/${id}/${carrier.id}/` }));
	return { document, rows: [...inRows(buttons), backRow(t, PATH)] };
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
