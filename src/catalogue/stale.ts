import { daysBetween, lastDayOf } from '../dates/day.ts';
import type { Knowledge } from './load.ts';
import type { Source } from './schema.ts';
import { placeIn, proceduresOf } from './walk.ts';

/** After how many days evidence should be, and must be, read again. */
export const STALE_DAYS = { warn: 180, error: 365 };

/** How old the evidence of a method is: counted from a day that is known, or not known at all. */
export type Age = { newest: string; days: number } | { bound?: string };

/** A method whose evidence is old, or of unknown age. */
export type Stale = { file: string; place: string; level: 'warn' | 'error' | 'undated' } & Age;

/**
 * Finds the methods that somebody should check again: those of unknown age first, the oldest bound before all, then the
 * oldest. A saved copy without a date proves nothing of its age, so no day of reading is counted for it.
 * @param today as 2026-11-15
 */
export function findStale(knowledge: Knowledge, today: string, limits = STALE_DAYS): Stale[] {
	return agesOf(knowledge, today)
		.flatMap((one): Stale[] => {
			if (!('days' in one)) {
				return [{ ...one, level: 'undated' }];
			}
			return one.days > limits.warn ? [{ ...one, level: one.days > limits.error ? 'error' : 'warn' }] : [];
		})
		.sort(oldestFirst);
}

/** How many methods rest on evidence of each age. */
export function countAges(
	knowledge: Knowledge,
	today: string,
	limits = STALE_DAYS,
): Record<Stale['level'] | 'fresh', number> {
	const counts = { undated: 0, error: 0, warn: 0, fresh: 0 };
	const stale = findStale(knowledge, today, limits);
	for (const { level } of stale) {
		counts[level] += 1;
	}
	return { ...counts, fresh: agesOf(knowledge, today).length - stale.length };
}

function agesOf(knowledge: Knowledge, today: string): ({ file: string; place: string } & Age)[] {
	return proceduresOf(knowledge).flatMap(({ procedure }) =>
		procedure.entry.methods.map(({ sources }, index) => ({
			file: procedure.file,
			place: placeIn(procedure, 'methods', index),
			...ageOf(sources, today),
		})),
	);
}

function ageOf(sources: readonly Source[], today: string): Age {
	const days = sources.flatMap(({ date, read, checked }) => [
		...(date ? [date] : []),
		...(read === 'live' ? [checked] : []),
	]);
	const [newest] = days.sort((a, b) => lastDayOf(b).localeCompare(lastDayOf(a)));
	if (newest !== undefined) {
		return { newest, days: daysBetween(lastDayOf(newest), today) };
	}
	const bounds = sources.flatMap(({ of }) => (typeof of === 'object' ? (of.before ?? of.after ?? []) : []));
	const [bound] = bounds.sort().reverse();
	return bound === undefined ? {} : { bound };
}

function oldestFirst(a: Stale, b: Stale): number {
	if ('days' in a && 'days' in b) {
		return b.days - a.days;
	}
	return rankOf(a).localeCompare(rankOf(b));
}

/** Undated ones stand first, those with a bound by their bound before those with none. */
function rankOf(stale: Stale): string {
	return 'days' in stale ? '2' : stale.bound === undefined ? '1' : `0${stale.bound}`;
}
