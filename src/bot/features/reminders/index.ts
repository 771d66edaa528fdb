import { bold, plain } from '../../../answer/document.ts';
import { DEFAULT_TIME_ZONE, NO_CARRIER } from '../../../reminders/plan.ts';
import type { Reminder } from '../../../storage/store.ts';
import type { Content, Services } from '../../deps.ts';
import { HOME, REMINDERS, reminderPath, remindPath, TIME_ZONES } from '../../paths.ts';
import { carrierChoice } from '../../screens/carrier-choice.ts';
import { cardTitle, dayText, subjectText, zoneText } from '../../screens/format.ts';
import { backRow, inRows } from '../../screens/layout.ts';
import type { Screen, ScreenNode, View } from '../../screens/screen.ts';
import { dayNode } from './day-screen.ts';
import { REMINDER_NAME, reminderNode } from './reminder-screen.ts';

/** As many as leave room for the cards and the way back; the oldest matter most, and come first. */
const MAX_SHOWN = 6;

/** Reminders: those that are kept, and the way to a new one. */
export function reminderScreens(content: Content, services: Services): ScreenNode<readonly Reminder[]> {
	const { catalogue } = content;
	const { store } = services;
	const title = ({ t }: View): string => t('remind.title');
	const choice = { path: remindPath('pick'), groups: catalogue.groups(), title, target: remindPath, back: REMINDERS };
	const subjects = [NO_CARRIER, ...catalogue.carriers.map(({ id }) => id)];
	return {
		access: 'private',
		load: ({ from }) => store.listReminders(from?.id ?? 0),
		screen: (view, reminders) => listScreen(content, view, { reminders, isBroken: store.broken !== undefined }),
		children: new Map<string, ScreenNode>([
			['pick', carrierChoice(choice)],
			['zone', zoneNode(services)],
			...subjects.map((subject): [string, ScreenNode] => [subject, dayNode(content, services, subject)]),
		]),
		dynamic: { name: REMINDER_NAME, node: reminderNode(content, services) },
	};
}

type Kept = { reminders: readonly Reminder[]; isBroken: boolean };

function listScreen({ catalogue }: Content, view: View, { reminders, isBroken }: Kept): Screen {
	const { t, person } = view;
	const kept = reminders.slice(0, MAX_SHOWN).map((reminder) => ({
		text: `⏰ ${subjectText(catalogue, reminder, view)} · ${dayText(reminder.ends, t)}`,
		path: reminderPath(reminder.id),
	}));
	const cards = (person.cards ?? []).map((card) => ({
		text: cardTitle(catalogue, card, view),
		path: remindPath(card.carrier),
	}));
	return {
		document: [
			{ kind: 'title', content: bold(t('remind.title')) },
			...(isBroken ? [{ kind: 'paragraph' as const, content: plain(t('cards.broken')) }] : []),
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
				{ text: t('remind.button.carrier'), path: remindPath('pick') },
				{ text: t('remind.button.date'), path: remindPath(NO_CARRIER) },
				{ text: t('remind.button.zone'), path: TIME_ZONES },
			]),
			backRow(t, HOME),
		],
	};
}

/** Where people are who have a line in Japan, most of the time. */
const ZONES = [
	...(['Asia/Tokyo', 'Asia/Shanghai', 'Asia/Taipei', 'Asia/Hong_Kong', 'Asia/Seoul', 'Asia/Bangkok'] as const),
	...([
		'Asia/Singapore',
		'Asia/Manila',
		'Asia/Kathmandu',
		'Australia/Sydney',
		'Europe/London',
		'Europe/Paris',
	] as const),
	...(['America/New_York', 'America/Los_Angeles'] as const),
];

/** Asks in which time zone 10:00 is meant. In a path a dot stands for the slash of its name. */
function zoneNode({ store }: Services): ScreenNode {
	return {
		screen: ({ t }) => ({
			document: [{ kind: 'title', content: bold(t('remind.pickZone')) }],
			rows: [
				...inRows(ZONES.map((zone) => ({ text: t(`zone.${zone}`), path: `${TIME_ZONES}${zone.replace('/', '.')}` }))),
				backRow(t, REMINDERS),
			],
		}),
		children: new Map(),
		action: {
			trigger: /[A-Z][A-Za-z]+\.[A-Za-z_]+$/,
			run: async (ctx, [wanted]) => {
				const timeZone = ZONES.find((zone) => zone.replace('/', '.') === wanted);
				if (timeZone && ctx.from) {
					await store.changePerson(ctx.from.id, { timeZone });
				}
				return REMINDERS;
			},
		},
	};
}
