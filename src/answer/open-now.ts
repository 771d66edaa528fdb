import { openState, type TimeInJapan } from '../catalogue/hours.ts';
import type { Translate } from '../i18n/i18n.ts';
import type { Way } from './answer.ts';

/**
 * Whether somebody answers now, in Japan's time: "open until 20:00 (Japan)". What is not known of the days is said too.
 * @param now milliseconds since 1970
 * @returns undefined where no hours are known
 */
export function openNowText({ hours }: Pick<Way, 'hours'>, now: number, t: Translate): string | undefined {
	if (!hours) {
		return undefined;
	}
	return [
		stateText(hours, now, t),
		...(hours.some(({ days }) => !days) ? [t('hours.daysUnknown')] : []),
		...(hours.some(({ holidays }) => holidays) ? [t('hours.holidays')] : []),
	].join(' · ');
}

/** What the call costs, or undefined where nothing is known or where it is no call. */
export function callText({ call }: Pick<Way, 'call'>, t: Translate): string | undefined {
	return call && t(`call.${call}`);
}

/**
 * Changes whenever `openNowText` of one of these ways does, in any language, so that a drawn answer can be kept until
 * then. Ways of an answer and methods of the catalogue alike have what it needs.
 * @param now milliseconds since 1970
 */
export function openNowKey(ways: readonly { hours?: Way['hours'] | undefined }[], now: number): string {
	return ways
		.map(({ hours }) => {
			const state = hours && openState(hours, now);
			const time = state?.state === 'open' ? state.until : state?.opens;
			return state ? [state.state, time?.day, time?.at].join(',') : '';
		})
		.join(';');
}

function stateText(hours: NonNullable<Way['hours']>, now: number, t: Translate): string {
	const found = openState(hours, now);
	if (found.state === 'open') {
		return found.until ? t('hours.openUntil', { time: untilText(found.until, t) }) : t('hours.allDay');
	}
	return found.opens ? t('hours.opens', { time: timeText(found.opens, t) }) : t('hours.closed');
}

function untilText(until: TimeInJapan, t: Translate): string {
	return until.day === 'today' ? until.at : timeText(until, t);
}

function timeText({ day, at }: TimeInJapan, t: Translate): string {
	return t(`hours.day.${day}`, { at });
}
