import { bold, plain } from '../../../answer/document.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import type { ProcedureId } from '../../../catalogue/vocabulary.ts';
import { answerPath, HOME, IDENTIFY, procedurePath, type Topic } from '../../paths.ts';
import { carrierChoice } from '../../screens/carrier-choice.ts';
import { answerTitle } from '../../screens/format.ts';
import { backRow, inRows } from '../../screens/layout.ts';
import type { ScreenNode } from '../../screens/screen.ts';
import { type AnswerParts, answerNode } from './answer-screen.ts';

/** The carriers that have a procedure, and below each the answer: /check-data/povo/. */
export function procedureScreens(content: AnswerParts, procedure: ProcedureId): ScreenNode {
	const { catalogue } = content;
	const path = procedurePath(procedure);
	const groups = catalogue.groups(procedure);
	const choice = carrierChoice({
		path,
		groups,
		title: ({ t }) => t(`procedure.${procedure}.title`),
		target: (carrier) => answerPath({ procedure, carrier }),
		help: ({ t }) => [{ text: t('button.recognise'), path: IDENTIFY }],
	});
	const back = pathTo(catalogue, procedure) === path ? path : HOME;
	const answers = groups
		.flatMap(({ carriers }) => carriers)
		.map(({ id }): [string, ScreenNode] => [id, carrierNode(content, { procedure, carrier: id }, back)]);
	return { screen: choice.screen, children: new Map([...choice.children, ...answers]) };
}

/**
 * Where a button for a procedure leads. A choice between one is no choice, so it is skipped; who does not know the
 * carrier is guided and not asked for it.
 */
export function pathTo(catalogue: Catalogue, procedure: ProcedureId): string {
	if (procedure === 'identify-carrier') {
		return IDENTIFY;
	}
	const [only, ...others] = catalogue.groups(procedure).flatMap((group) => group.carriers);
	return only && others.length === 0 ? answerPath({ procedure, carrier: only.id }) : procedurePath(procedure);
}

/** The answer of a carrier; where its ways differ for a card and an eSIM, that is asked first. */
function carrierNode(content: AnswerParts, topic: Topic, back: string): ScreenNode {
	const { catalogue } = content;
	const forms = catalogue.formsToAsk(topic.carrier, topic.procedure);
	if (forms.length === 0) {
		return answerNode(content, topic, back);
	}
	const path = answerPath(topic);
	return {
		screen: (view) => ({
			document: [
				{ kind: 'title', content: bold(answerTitle(catalogue, topic, view)) },
				{ kind: 'paragraph', content: plain(view.t('menu.pickForm')) },
			],
			rows: [
				...inRows(forms.map((form) => ({ text: view.t(`form.${form}`), path: answerPath({ ...topic, form }) }))),
				backRow(view.t, back),
			],
		}),
		children: new Map(forms.map((form): [string, ScreenNode] => [form, answerNode(content, { ...topic, form }, path)])),
	};
}
