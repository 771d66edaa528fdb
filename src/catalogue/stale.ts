import { daysBetween, lastDayOf } from '../dates/day.ts';
import type { Knowledge } from './load.ts';
import type { Source } from './schema.ts';
import { placeIn, proceduresOf } from './walk.ts';

/** After how many days evidence should be, and must be, read again. */
const STALE_DAYS = { warn: 180, error: 365 };

/** A method whose newest evidence is old. */
export type Stale = { file: string; place: string; newest: string; days: number; level: 'warn' | 'error' };

/**
 * Finds the methods that somebody should check again, the oldest first.
 * The age is that of the newest dated source, or of the last reading if no source has a date.
 * @param today as 2026-11-15
 */
export function findStale(knowledge: Knowledge, today: string, limits = STALE_DAYS): Stale[] {
	return proceduresOf(knowledge)
		.flatMap(({ procedure }) =>
			procedure.entry.methods.map(({ sources }, index) => {
				const newest = newestOf(sources);
				const days = daysBetween(lastDayOf(newest), today);
				const level = days > limits.error ? ('error' as const) : ('warn' as const);
				return { file: procedure.file, place: placeIn(procedure, 'methods', index), newest, days, level };
			}),
		)
		.filter(({ days }) => days > limits.warn)
		.sort((a, b) => b.days - a.days);
}

function newestOf(sources: readonly Source[]): string {
	const dates = sources.flatMap(({ date }) => date ?? []);
	const known = dates.length > 0 ? dates : sources.map(({ checked }) => checked);
	return known.reduce((newest, date) => (lastDayOf(date) > lastDayOf(newest) ? date : newest));
}
