import { bold, plain } from '../../../answer/document.ts';
import type { Form, ProcedureId } from '../../../catalogue/vocabulary.ts';
import type { Content } from '../../deps.ts';
import { backRow, inRows } from '../../screens/layout.ts';
import type { ScreenNode } from '../../screens/screen.ts';
import { titleOf } from './title.ts';

type Choice = { procedure: ProcedureId; carrier: string; forms: readonly Form[]; path: string; back: string };

/** Asks whether it is a card or an eSIM, where the ways differ. */
export function formChoice({ catalogue }: Content, choice: Choice): ScreenNode['screen'] {
	const { procedure, carrier, forms, path, back } = choice;
	return (view) => ({
		document: [
			{ kind: 'title', content: bold(titleOf(catalogue, { procedure, carrier }, view)) },
			{ kind: 'paragraph', content: plain(view.t('menu.pickForm')) },
		],
		rows: [
			...inRows(forms.map((form) => ({ text: view.t(`form.${form}`), path: `${path}${form}/` }))),
			backRow(view.t, back),
		],
	});
}
