import { DEFAULT_TIME_ZONE, NO_CARRIER } from '../../../reminders/plan.ts';
import type { Reminder } from '../../../storage/reminder.ts';
import type { PersonSettings } from '../../../storage/settings.ts';
import type { PersonStore } from '../../../storage/store.ts';
import type { Content } from '../../deps.ts';
import { parseAnswerPath, REMINDER_NAME } from '../../paths.ts';
import { answerTitle, cardTitle, dayText, momentText, monthText, subjectText, zoneText } from '../../screens/format.ts';
import type { Asker } from '../../screens/screen.ts';

/** Everything that is kept about a person. */
export type Kept = Awaited<ReturnType<PersonStore['exportPerson']>>;

export type KeptContent = Pick<Content, 'catalogue' | 'i18n'>;
type Reader = Pick<Asker, 'locale' | 't'> & KeptContent & { timeZone: string };
type Settings = Required<{ [Key in keyof PersonSettings]: NonNullable<PersonSettings[Key]> }>;

/** How each setting is said, in this order. One that has no line here fails the type check. */
const LINES: { [Key in keyof Settings]: (value: Settings[Key], reader: Reader) => string[] } = {
	locale: (id, { i18n, t }) => [
		t('settings.language', { language: i18n.locales.find((locale) => locale.id === id)?.name ?? id }),
	],
	rich: (isRich, { t }) => [t(isRich ? 'settings.isRich' : 'settings.isText')],
	timeZone: (timeZone, { t }) => [t('privacy.line.timeZone', { zone: zoneText(timeZone, t) })],
	cards: (cards, reader) =>
		cards.map(({ date, ...rest }) => {
			const card = cardTitle(reader.catalogue, rest, reader);
			return date === undefined
				? reader.t('privacy.line.card', { card })
				: reader.t('privacy.line.cardWithDate', { card, date: dayText(date, reader.t) });
		}),
	asked: ({ subject, label, until }, reader) => {
		// A reminder that is being changed has its own line.
		const carrier = subject === NO_CARRIER || REMINDER_NAME.test(subject) ? undefined : subject;
		const about = subjectText(reader.catalogue, { carrier, label }, reader);
		return [reader.t('privacy.line.asked', { subject: about, ...momentAndZone(until, reader.timeZone, reader) })];
	},
	removed: (removed, reader) =>
		removed.map(({ reminder, card }) => {
			const name = card
				? cardTitle(reader.catalogue, card, reader)
				: subjectText(reader.catalogue, reminder ?? {}, reader);
			return reader.t('privacy.line.removed', { name });
		}),
};

/** What is kept about a person as sentences in their language, each in one line whatever they call their cards. */
export function keptLines({ catalogue, i18n }: KeptContent, { locale, t }: Asker, kept: Kept): string[] {
	const reader = { catalogue, i18n, locale, t, timeZone: kept.settings.timeZone ?? DEFAULT_TIME_ZONE };
	const lines = [
		...Object.keys(LINES).flatMap((key) => settingLines(key as keyof Settings, kept.settings, reader)),
		...kept.reminders.map((reminder) => reminderLine(reminder, reader)),
		...kept.votes.map((vote) => voteLine(vote, reader)),
	];
	return lines.map((line) => line.replace(/\s+/g, ' ').trim());
}

function settingLines<Key extends keyof Settings>(key: Key, settings: PersonSettings, reader: Reader): string[] {
	const value = settings[key];
	return value === undefined ? [] : LINES[key](value as Settings[Key], reader);
}

function reminderLine(reminder: Reminder, reader: Reader): string {
	const { due, ends, from, timeZone } = reminder;
	const { catalogue, t } = reader;
	const said = {
		subject: subjectText(catalogue, reminder, reader),
		date: dayText(ends, t),
		next: due === undefined ? t('remind.noMore') : t('remind.next', momentAndZone(due, timeZone, reader)),
	};
	return from === ends
		? t('privacy.line.reminder', said)
		: t('privacy.line.reminderFrom', { ...said, from: dayText(from, t) });
}

/** @param vote an answer and the month, as check-data/povo 2026-11; of an answer that is gone its name is all there is */
function voteLine(vote: string, reader: Reader): string {
	const [answer = '', month = ''] = vote.split(' ');
	const topic = parseAnswerPath(`/${answer}/`);
	const title = topic ? answerTitle(reader.catalogue, topic, reader) : answer;
	return reader.t('privacy.line.vote', { title, month: monthText(month, reader.t) });
}

function momentAndZone(ms: number, timeZone: string, { t }: Reader): { moment: string; zone: string } {
	return { moment: momentText(ms, timeZone, t), zone: zoneText(timeZone, t) };
}
