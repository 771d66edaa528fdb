import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Knowledge } from '../catalogue/load.ts';
import { countAges, findStale, type Stale } from '../catalogue/stale.ts';
import { agesTable, withTable } from './ages-table.ts';
import { countOf } from './check.ts';

/** The page that shows how old the sources are. */
const PAGE = fileURLToPath(new URL('../../docs/knowledge.md', import.meta.url));

type Options = { today: string; table: boolean; write: boolean };

/** Lists what should be read again, or counts all sources by their age. */
export function stale({ today, table, write }: Options, knowledge: Knowledge): string {
	if (table && write) {
		writeFileSync(PAGE, withTable(readFileSync(PAGE, 'utf8'), knowledge, today));
	}
	return table ? `${agesTable(knowledge, today)}\n` : listStale(knowledge, today);
}

function listStale(knowledge: Knowledge, today: string): string {
	const list = findStale(knowledge, today);
	const { undated, error, warn, fresh } = countAges(knowledge, today);
	const last = [
		`${countOf(list.length, 'method')} to check again`,
		`${undated} rest on saved pages without a date, ${error} on pages over a year old, ${warn} over half a year, ${fresh} on newer ones`,
	].join(': ');
	return `${[...list.map(staleLine), last].join('\n')}\n`;
}

function staleLine(one: Stale): string {
	const age = 'days' in one ? `${one.days} days (${one.newest})` : `no date${one.bound ? ` (${one.bound})` : ''}`;
	return `${one.level.padEnd(7)}  ${age}  ${one.file} › ${one.place}`;
}
