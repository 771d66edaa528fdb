import { bold, type Document, plain } from '../../../answer/document.ts';
import { addDays } from '../../../dates/day.ts';
import { NO_CARRIER, ruleOf } from '../../../reminders/plan.ts';
import type { Content, Services } from '../../deps.ts';
import { REMINDERS, remindPath } from '../../paths.ts';
import { dayText, subjectText } from '../../screens/format.ts';
import { backRow, inRows } from '../../screens/layout.ts';
import { leafScreen, type Screen, type ScreenNode, type View } from '../../screens/screen.ts';
import { confirmNode, DAY } from './confirm-screen.ts';

/** Days that are likely, from today on, by what the rule counts from: a plan's end lies ahead, a payment behind. */
const AHEAD = [0, 7, 14, 30, 90, 180];
const BEHIND = [0, -1, -7, -14, -30, -60];

/** Asks for the day, and below it shows what follows from one. */
export function dayNode(content: Content, services: Services, subject: string): ScreenNode {
	return {
		...leafScreen((view) => dayScreen(content, subject, view)),
		dynamic: { name: DAY, node: confirmNode(content, services, subject) },
	};
}

function dayScreen({ catalogue }: Content, subject: string, view: View): Screen {
	const { t, today } = view;
	const carrier = catalogue.carrier(subject)?.id;
	const from = carrier === undefined ? undefined : ruleOf(catalogue, carrier)?.deadline.from;
	const days = from === 'last-top-up' || from === 'activation' ? BEHIND : AHEAD;
	const document: Document = [
		{ kind: 'title', content: bold(subjectText(catalogue, { carrier }, view)) },
		{ kind: 'paragraph', content: plain(t(from ? `remind.from.${from}` : 'remind.from.day')) },
		{
			kind: 'paragraph',
			content: plain(t('remind.typeHint', { carrier: subject === NO_CARRIER ? '' : `${subject} ` })),
		},
	];
	const buttons = days.map((count) => addDays(today, count));
	return {
		document,
		rows: [
			...inRows(buttons.map((day) => ({ text: dayText(day, t), path: remindPath(subject, day) }))),
			backRow(t, REMINDERS),
		],
	};
}
