import { DateTime } from 'luxon';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Translate } from '../../i18n/i18n.ts';
import type { Card } from '../../storage/settings.ts';
import type { Topic } from '../paths.ts';
import type { Asker } from './screen.ts';

/** What an answer is about, in a few words: `povo2.0 · Keep the number`, with the form where the answers differ by it. */
export function answerTitle(catalogue: Catalogue, { procedure, carrier, form }: Topic, { locale, t }: Asker): string {
	const title = t('answer.title', {
		carrier: catalogue.nameOf(carrier, locale),
		procedure: t(`procedure.${procedure}.title`),
	});
	return form ? t('answer.titleWithForm', { title, form: t(`form.${form}`) }) : title;
}

/** A carrier's name without what stands behind it in brackets, for buttons that share a row. */
export function shortName(catalogue: Catalogue, carrier: string, locale: string): string {
	return catalogue.nameOf(carrier, locale).replace(/\s*[(（][^()（）]*[)）]$/u, '');
}

/** How a card is called: by its carrier, its form and what its owner named it. */
export function cardTitle(catalogue: Catalogue, { carrier, form, nickname }: Card, { locale, t }: Asker): string {
	const parts = [catalogue.nameOf(carrier, locale), form ? t(`form.${form}`) : '', nickname ?? ''];
	return parts.filter((part) => part !== '').join(' · ');
}

/** A day as people of a language write it: 28 November 2026, 2026年11月28日. */
export function dayText(day: string, t: Translate): string {
	return DateTime.fromISO(day, { zone: 'utc', locale: t('remind.dates') }).toLocaleString(DateTime.DATE_FULL);
}

/** A day without its year, as a person writes it: 28 November, 11月28日. */
export function shortDayText(day: string, t: Translate): string {
	const options = { month: 'long', day: 'numeric' } as const;
	return DateTime.fromISO(day, { zone: 'utc', locale: t('remind.dates') }).toLocaleString(options);
}

/** @param month as 2026-11 */
export function monthText(month: string, t: Translate): string {
	const locale = t('remind.dates');
	return DateTime.fromISO(month, { zone: 'utc', locale }).toLocaleString({ year: 'numeric', month: 'long' });
}

/** A moment with its day and hour, where the person is. */
export function momentText(ms: number, timeZone: string, t: Translate): string {
	return DateTime.fromMillis(ms, { zone: timeZone, locale: t('remind.dates') }).toLocaleString({
		...DateTime.DATE_FULL,
		hour: 'numeric',
		minute: '2-digit',
		// As the hint says it, in every language: 10:00.
		hourCycle: 'h23',
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
	if (carrier === undefined) {
		return label ?? t('remind.plainDate');
	}
	const name = catalogue.nameOf(carrier, locale);
	return label ? `${name} · ${label}` : name;
}
