import type { Knowledge } from '../catalogue/load.ts';
import type { Source } from '../catalogue/schema.ts';
import { STALE_DAYS } from '../catalogue/stale.ts';
import { entriesByFile, sourcesOf } from '../catalogue/walk.ts';
import { daysBetween, lastDayOf } from '../dates/day.ts';

/** The columns of the table: what is known of a page's age. */
const AGES = ['read live', 'dated under half a year', 'dated under a year', 'dated older', 'undated'] as const;
type AgeName = (typeof AGES)[number];

/** Between these lines of a page the table is drawn anew. */
const BEGINS = /<!-- ages on (\d{4}-\d{2}-\d{2}), drawn by `[^`]*` -->/;
const ENDS = '<!-- end of ages -->';

/**
 * Counts the pages that the knowledge rests on, by whose they are and how old. A page that is a source several times
 * counts once, as the youngest of them.
 * @param today as 2026-11-29
 * @returns a table in Markdown
 */
export function agesTable(knowledge: Knowledge, today: string): string {
	const pages = new Map<string, { official: boolean; age: AgeName }>();
	for (const { source } of entriesByFile(knowledge).flatMap(({ entry }) => sourcesOf(entry))) {
		const age = ageOf(source, today);
		const known = pages.get(source.url);
		if (!known || AGES.indexOf(age) < AGES.indexOf(known.age)) {
			pages.set(source.url, { official: source.official, age });
		}
	}
	const rows = [
		{ name: 'the carrier, a phone maker, an authority', official: true },
		{ name: 'third parties', official: false },
	].map(({ name, official }) => {
		const own = [...pages.values()].filter((page) => page.official === official);
		return [name, ...AGES.map((age) => own.filter((page) => page.age === age).length), own.length];
	});
	const head = ['Pages of', ...AGES, 'all'];
	return [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows].map(tableRow).join('\n');
}

function tableRow(cells: readonly (string | number)[]): string {
	return `| ${cells.join(' | ')} |`;
}

function ageOf({ date, read }: Source, today: string): AgeName {
	if (read === 'live') {
		return 'read live';
	}
	if (!date) {
		return 'undated';
	}
	const days = daysBetween(lastDayOf(date), today);
	return days < STALE_DAYS.warn
		? 'dated under half a year'
		: days < STALE_DAYS.error
			? 'dated under a year'
			: 'dated older';
}

/** The day for which a page shows the table; undefined where it has none. */
export function dayOfTable(page: string): string | undefined {
	return BEGINS.exec(page)?.[1];
}

/** The page with the table of a day in the place of the one that it has. */
export function withTable(page: string, knowledge: Knowledge, today: string): string {
	const begin = page.search(BEGINS);
	const end = page.indexOf(ENDS, begin);
	if (begin === -1 || end === -1) {
		return page;
	}
	const first = `<!-- ages on ${today}, drawn by \`npm run --silent knowledge -- stale --table --write\` -->`;
	return `${page.slice(0, begin)}${first}\n\n${agesTable(knowledge, today)}\n\n${page.slice(end)}`;
}
