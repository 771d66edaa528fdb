import { bold, plain } from '../../../answer/document.ts';
import { DEFAULT_TIME_ZONE, lastDayOf, NO_CARRIER, planOf } from '../../../reminders/plan.ts';
import type { Reminder } from '../../../storage/reminder.ts';
import type { Content } from '../../deps.ts';
import { HOME, REMINDERS, reminderPath, remindPath, TIME_ZONES } from '../../paths.ts';
import { cardTitle, dayText, momentText, subjectText, zoneText } from '../../screens/format.ts';
import { backRow, inRows } from '../../screens/layout.ts';
import type { Button, Screen, View } from '../../screens/screen.ts';
import { MAX_REMINDERS } from './save.ts';

/** As many as leave room for the cards and the way back; the next due come first. */
const PER_PAGE = 6;
const PAGES = Math.ceil(MAX_REMINDERS / PER_PAGE);

/** The names of the pages behind the first. */
export const LIST_PAGES = Array.from({ length: PAGES - 1 }, (_, index) => `list-${index + 2}`);

type Kept = { reminders: readonly Reminder[]; isBroken: boolean; page: number };

/** The reminders that are kept, and the way to a new one. */
export function listScreen({ catalogue }: Content, view: View, { reminders, isBroken, page }: Kept): Screen {
	const { t, person } = view;
	const start = page * PER_PAGE;
	const shown = reminders.slice(start, start + PER_PAGE);
	const next = reminders.length > start + PER_PAGE ? [{ text: t('button.more'), path: pagePath(page + 1) }] : [];
	return {
		document: [
			{ kind: 'title', content: bold(t('remind.title')) },
			...(isBroken ? [{ kind: 'paragraph' as const, content: plain(t('cards.broken')) }] : []),
			{
				kind: 'paragraph',
				content: plain(reminders.length > 0 ? t('remind.kept', { count: reminders.length }) : t('remind.none')),
			},
			...(shown.length > 0
				? [
						{
							kind: 'list' as const,
							ordered: false,
							items: shown.map((one) => plain(itemText({ catalogue }, one, view))),
						},
					]
				: []),
			{
				kind: 'paragraph',
				content: plain(t('remind.hint', { zone: zoneText(person.timeZone ?? DEFAULT_TIME_ZONE, t) })),
			},
		],
		rows: [
			...inRows(shown.map((one) => ({ text: `⏰ ${subjectText(catalogue, one, view)}`, path: reminderPath(one.id) }))),
			...inRows(newButtons({ catalogue }, view)),
			[...next, ...backRow(t, page > 0 ? pagePath(page - 1) : HOME)],
		],
	};
}

function itemText({ catalogue }: Pick<Content, 'catalogue'>, reminder: Reminder, view: View): string {
	const { due, timeZone } = reminder;
	const { t } = view;
	const values = {
		subject: subjectText(catalogue, reminder, view),
		date: dayText(lastDayOf(planOf(catalogue, reminder)), t),
	};
	return due === undefined
		? t('remind.itemOver', values)
		: t('remind.item', { ...values, next: momentText(due, timeZone, t) });
}

function newButtons({ catalogue }: Pick<Content, 'catalogue'>, view: View): Button[] {
	const { t, person } = view;
	const cards = (person.cards ?? []).map((card) => ({
		text: cardTitle(catalogue, card, view),
		path: remindPath(card.carrier),
	}));
	return [
		...cards,
		{ text: t('remind.button.carrier'), path: remindPath('pick') },
		{ text: t('remind.button.date'), path: remindPath(NO_CARRIER) },
		{ text: t('remind.button.zone'), path: TIME_ZONES },
	];
}

function pagePath(page: number): string {
	return page === 0 ? REMINDERS : `${REMINDERS}list-${page + 1}/`;
}
