import { bold, plain, withNotice } from '../../../answer/document.ts';
import { type Carrier, type Catalogue, pick } from '../../../catalogue/catalogue.ts';
import type { ProcedureId } from '../../../catalogue/vocabulary.ts';
import { doorOf, doorPath } from '../../doors.ts';
import { answerPath, IDENTIFY, identifyPath, procedurePath, type Topic } from '../../paths.ts';
import { carrierChoice, placesOf } from '../../screens/carrier-choice.ts';
import { carrierMenu } from '../../screens/carrier-menu.ts';
import { answerTitle } from '../../screens/format.ts';
import { backRow, inRows } from '../../screens/layout.ts';
import { leafScreen, type Screen, type ScreenNode, type View } from '../../screens/screen.ts';
import { type AnswerParts, answerNode } from './answer-screen.ts';

/**
 * The carriers that have a procedure, and behind them all others; below each the answer: /check-data/povo/. Where there
 * is none, that is said, with what else is known of the carrier.
 */
export function procedureScreens(content: AnswerParts, procedure: ProcedureId): ScreenNode {
	const { catalogue } = content;
	const path = procedurePath(procedure);
	const isKnown = (carrier: string): boolean => catalogue.procedure(carrier, procedure) !== undefined;
	const choice = {
		path,
		groups: catalogue.groups(),
		isKnown,
		back: doorPath(doorOf(procedure)),
		title: ({ t }: View) => t(`procedure.${procedure}.title`),
		target: (carrier: string) => answerPath({ procedure, carrier }),
		help: ({ t }: View) => ({ text: t('button.recognise'), path: identifyPath(procedure) }),
	};
	const { screen, children } = carrierChoice(choice);
	const places = placesOf(choice);
	// Who does not know the carrier was guided, not asked for it.
	const isAsked = procedure !== 'identify-carrier' && pathTo(catalogue, procedure) === path;
	const below = catalogue.carriers.map((carrier): [string, ScreenNode] => {
		const { id } = carrier;
		const back = isAsked ? (places.get(id) ?? path) : pathBeside(procedure);
		const node = isKnown(id)
			? carrierNode(content, { procedure, carrier: id }, back)
			: leafScreen((view) => unansweredScreen(catalogue, { procedure, carrier, back }, view));
		return [id, node];
	});
	return { screen, children: new Map([...children, ...below]) };
}

/** Where an answer leads back to that no list of carriers led to. */
function pathBeside(procedure: ProcedureId): string {
	return procedure === 'identify-carrier' ? IDENTIFY : doorPath(doorOf(procedure));
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

type Unanswered = { procedure: ProcedureId; carrier: Carrier; back: string };

/** Says that there is no answer, and what is known of the carrier instead. */
function unansweredScreen(catalogue: Catalogue, { procedure, carrier, back }: Unanswered, view: View): Screen {
	const { document, rows } = carrierMenu(catalogue, carrier, back, view);
	const wanted = { carrier: pick(carrier.names, view.locale), procedure: view.t(`procedure.${procedure}.title`) };
	return { document: withNotice(plain(view.t('notice.noProcedure', wanted)), document), rows };
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
