import { DateTime } from 'luxon';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import type { Translate } from '../../../i18n/i18n.ts';
import type { Asker } from '../../screens/screen.ts';
import type { Plan } from './plan.ts';

/** A day as people of a language write it: 28 November 2026, 2026年11月28日. */
export function dayText(day: string, t: Translate): string {
	return DateTime.fromISO(day, { zone: 'utc', locale: t('remind.dates') }).toLocaleString(DateTime.DATE_FULL);
}

/** A moment with its day and hour, where the person is. */
export function momentText(ms: number, timeZone: string, t: Translate): string {
	return DateTime.fromMillis(ms, { zone: timeZone, locale: t('remind.dates') }).toLocaleString({
		...DateTime.DATE_FULL,
		hour: 'numeric',
		minute: '2-digit',
	});
}

/** Where a time zone is, in words, or its own name where we have none for it. */
export function zoneText(timeZone: string, t: Translate): string {
	return t(`zone.${timeZone}`, { defaultValue: timeZone });
}

/** What a reminder is about, in a few words. */
export function subjectText(
	catalogue: Catalogue,
	{ carrier, label }: { carrier?: string | undefined; label?: string | undefined },
	{ locale, t }: Asker,
): string {
	const name = carrier === undefined ? t('remind.plainDate') : catalogue.nameOf(carrier, locale);
	return label ? `${name} · ${label}` : name;
}

/** What happens when, by the carrier's rule: one line for each step of it. */
export function consequenceLines({ deadline, applied }: Plan, { t }: Asker): string[] {
	const { ends, then, grace, leadDay } = applied;
	if (!deadline || !then) {
		return [t('remind.on', { date: dayText(ends, t) })];
	}
	return [
		...(leadDay ? [t('remind.lead', { date: dayText(leadDay, t) })] : []),
		t(`remind.then.${then}`, { date: dayText(ends, t) }),
		...(grace ? [t(`remind.then.${grace.then}`, { date: dayText(grace.day, t) })] : []),
	];
}
