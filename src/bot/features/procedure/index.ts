import type { Catalogue } from '../../../catalogue/catalogue.ts';
import type { ProcedureId } from '../../../catalogue/vocabulary.ts';
import type { Content } from '../../deps.ts';
import { carrierChoice } from '../../screens/carrier-choice.ts';
import type { ScreenNode } from '../../screens/screen.ts';
import { answerNode } from './answer-screen.ts';
import { formChoice } from './form-choice.ts';

/** The carriers that have a procedure, and below each the answer: /check-data/povo/. */
export function menu(content: Content, procedure: ProcedureId): ScreenNode {
	const path = `/${procedure}/`;
	const groups = content.catalogue.groups(procedure);
	const choice = carrierChoice({
		path,
		groups,
		title: ({ t }) => t(`procedure.${procedure}.title`),
		help: ({ t }) => [{ text: t('button.recognise'), path: '/identify-carrier/' }],
	});
	const carriers = groups.flatMap((group) => group.carriers);
	const back = pathTo(content.catalogue, procedure) === path ? path : '/';
	const answers = carriers.map(({ id }): [string, ScreenNode] => [id, carrierNode(content, procedure, id, back)]);
	return { screen: choice.screen, children: new Map([...choice.groups, ...answers]) };
}

/**
 * Where a button for a procedure leads. A choice between one is no choice, so it is skipped; who does not know the
 * carrier is guided and not asked for it.
 */
export function pathTo(catalogue: Catalogue, procedure: ProcedureId): string {
	if (procedure === 'identify-carrier') {
		return `/${procedure}/`;
	}
	const [only, ...others] = catalogue.groups(procedure).flatMap((group) => group.carriers);
	return only && others.length === 0 ? `/${procedure}/${only.id}/` : `/${procedure}/`;
}

function carrierNode(content: Content, procedure: ProcedureId, carrier: string, back: string): ScreenNode {
	const forms = content.catalogue.formsToAsk(carrier, procedure);
	const path = `/${procedure}/${carrier}/`;
	if (forms.length === 0) {
		return answerNode(content, { procedure, carrier }, { path, back });
	}
	const answers = forms.map((form): [string, ScreenNode] => [
		form,
		answerNode(content, { procedure, carrier, form }, { path: `${path}${form}/`, back: path }),
	]);
	return { screen: formChoice(content, { procedure, carrier, forms, path, back }), children: new Map(answers) };
}
