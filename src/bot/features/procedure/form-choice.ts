import { bold, plain } from '../../../answer/document.ts';
import { pick } from '../../../answer/pick.ts';
import type { Form, ProcedureId } from '../../../catalogue/vocabulary.ts';
import type { Content } from '../../deps.ts';
import { inRows, wayBack } from '../../menu/layout.ts';
import type { ScreenNode } from '../../menu/screen.ts';

type Choice = { procedure: ProcedureId; carrier: string; forms: readonly Form[]; path: string; back: string };

/** Asks whether it is a card or an eSIM, where the ways differ. */
export function formChoice({ catalogue }: Content, choice: Choice): ScreenNode['screen'] {
	const { procedure, carrier, forms, path, back } = choice;
	const names = catalogue.carrier(carrier)?.names;
	return ({ locale, t }) => {
		const name = names ? pick(names, locale) : carrier;
		const title = t('answer.title', { carrier: name, procedure: t(`procedure.${procedure}.title`) });
		return {
			document: [
				{ kind: 'title', content: bold(title) },
				{ kind: 'paragraph', content: plain(t('menu.pickForm')) },
			],
			rows: [...inRows(forms.map((form) => ({ text: t(`form.${form}`), path: `${path}${form}/` }))), wayBack(t, back)],
		};
	};
}
