import { bold, plain } from '../../../answer/document.ts';
import type { Deps } from '../../deps.ts';
import { anyCarrier } from '../../screens/carrier-choice.ts';
import { backRow, inRows } from '../../screens/layout.ts';
import type { Screen, ScreenNode, View } from '../../screens/screen.ts';
import { cardTitle } from '../cards/title.ts';
import { dayNode } from './day-screen.ts';
import { dayText, subjectText, zoneText } from './format.ts';
import { DEFAULT_TIME_ZONE, NO_CARRIER } from './plan.ts';
import { REMINDER_NAME, reminderNode } from './reminder-screen.ts';
import { zoneNode } from './zone-screen.ts';

const PATH = '/remind/';
/** As many as leave room for the cards and the way back; the oldest matter most, and come first. */
const MAX_SHOWN = 6;

/** Reminders: those that are kept, and the way to a new one. */
export function menu(deps: Deps): ScreenNode {
	const title = ({ t }: View): string => t('remind.title');
	const pick = { path: `${PATH}pick/`, title, target: (id: string) => `${PATH}${id}/`, back: PATH };
	const subjects = [NO_CARRIER, ...deps.catalogue.carriers.map(({ id }) => id)];
	return {
		screen: (view) => listScreen(deps, view),
		children: new Map([
			['pick', anyCarrier(deps.catalogue, pick)],
			['zone', zoneNode(deps)],
			...subjects.map((subject): [string, ScreenNode] => [subject, dayNode(deps, subject)]),
		]),
		dynamic: { name: REMINDER_NAME, place: reminderNode(deps) },
	};
}

function listScreen({ catalogue, store }: Deps, view: View): Screen {
	const { t, reminders, person } = view;
	const kept = reminders.slice(0, MAX_SHOWN).map((reminder) => ({
		text: `⏰ ${subjectText(catalogue, reminder, view)} · ${dayText(reminder.ends, t)}`,
		path: `${PATH}one-${reminder.id}/`,
	}));
	const cards = (person.cards ?? []).map((card) => ({
		text: cardTitle(catalogue, card, view),
		path: `${PATH}${card.carrier}/`,
	}));
	return {
		document: [
			{ kind: 'title', content: bold(t('remind.title')) },
			...(store.broken ? [{ kind: 'paragraph' as const, content: plain(t('cards.broken')) }] : []),
			{
				kind: 'paragraph',
				content: plain(t(kept.length > 0 ? 'remind.kept' : 'remind.none', { count: reminders.length })),
			},
			{
				kind: 'paragraph',
				content: plain(t('remind.hint', { zone: zoneText(person.timeZone ?? DEFAULT_TIME_ZONE, t) })),
			},
		],
		rows: [
			...inRows([
				...kept,
				...cards,
				{ text: t('remind.button.carrier'), path: `${PATH}pick/` },
				{ text: t('remind.button.date'), path: `${PATH}${NO_CARRIER}/` },
				{ text: t('remind.button.zone'), path: `${PATH}zone/` },
			]),
			backRow(t, '/'),
		],
	};
}
