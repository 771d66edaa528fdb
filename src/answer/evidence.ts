import type { MethodEntry, Source } from '../catalogue/schema.ts';
import type { Evidence } from './answer.ts';

const YEAR = '2025'.length;
const MONTH = '2025-03'.length;

/**
 * Sums up the sources of a way. Host and date are those of one page, the first that is the carrier's own, so that
 * they belong together: a newer blog post does not make an older official page newer.
 * @param today as 2026-11-20
 */
export function sumUpEvidence(
	{ sources, confidence }: Pick<MethodEntry, 'sources' | 'confidence'>,
	today: string,
): Evidence {
	const ownWords = sources.find((source) => source.official);
	const carriesAll = confidence === 'high' || sources.every((source) => source.official);
	const kind = !ownWords ? 'unofficial' : carriesAll ? 'official' : 'mixed';
	const main = ownWords ?? sources[0];
	return { kind, host: main ? hostOf(main.url) : '', ...(main ? ageOf(main, today) : {}) };
}

function ageOf({ date, of, read, checked }: Source, today: string): Partial<Evidence> {
	const years = date ? wholeYears(date, today) : 0;
	const bounds = typeof of === 'object' ? of : undefined;
	return {
		...(date ? { date } : {}),
		...(years > 0 ? { years } : {}),
		...(bounds?.before ? { before: bounds.before } : {}),
		...(bounds?.after ? { after: bounds.after } : {}),
		...(read === 'live' ? { readLive: checked } : {}),
	};
}

/** The host of a page as people say it, without www. */
export function hostOf(url: string): string {
	return new URL(url).hostname.replace(/^www\./, '');
}

/** Counted from the last day that the date may mean, so an age is never said to be greater than it is. */
function wholeYears(date: string, today: string): number {
	const latest = latestDay(date);
	const years = Number(today.slice(0, 4)) - Number(latest.slice(0, 4));
	return today.slice(5) < latest.slice(5) ? years - 1 : years;
}

function latestDay(date: string): string {
	const rest: Record<number, string> = { [YEAR]: '-12-31', [MONTH]: '-31' };
	return date + (rest[date.length] ?? '');
}
