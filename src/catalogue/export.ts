import type { Hours } from './hours-schema.ts';
import type { CarrierFolder, Knowledge } from './load.ts';
import type { CarrierEntry, MethodEntry, ProcedureEntry, Say, Source, Text } from './schema.ts';
import {
	type Billing,
	type CallPrice,
	type Confidence,
	type Form,
	type Method,
	PROCEDURES,
	type ProcedureId,
} from './vocabulary.ts';

type ExportedCarrier = Pick<
	CarrierEntry,
	'names' | 'aliases' | 'kind' | 'networks' | 'forms' | 'billing' | 'status' | 'officialDomains' | 'site'
> & { id: string; statusNote: Text | null; replacedBy: string | null };

/** `date` is what the page says of itself; where it is null, `of` says what its content gives away. */
type ExportedSource = Pick<Source, 'url' | 'official' | 'read' | 'checked'> & {
	date: string | null;
	of: NonNullable<Source['of']> | null;
};

/** One way to carry out one procedure of one carrier. */
type ExportedMethod = {
	carrier: string;
	procedure: ProcedureId;
	method: Method;
	when: Text | null;
	forms: readonly Form[];
	billing: readonly Billing[];
	gist: Text;
	traps: readonly Text[];
	hours: readonly Hours[] | null;
	call: CallPrice | null;
	steps: Record<string, string[]>;
	links: readonly string[];
	copy: MethodEntry['copy'];
	say: Say | null;
	sources: readonly ExportedSource[];
	confidence: Confidence;
};

export type Export = { carriers: ExportedCarrier[]; procedures: ExportedMethod[] };

/**
 * Converts the knowledge for other programs: flat, with all defaults filled in.
 * Its shape is a contract: a change needs a note in the change log.
 */
export function exportKnowledge({ carriers }: Knowledge): Export {
	return {
		carriers: carriers.map(({ id, entry }) => toCarrier(id, entry)),
		procedures: carriers.flatMap((carrier) => PROCEDURES.flatMap((procedure) => toRows(carrier, procedure))),
	};
}

function toCarrier(id: string, entry: CarrierEntry): ExportedCarrier {
	const { names, aliases, kind, networks, forms, billing, status, officialDomains, site } = entry;
	const { statusNote = null, replacedBy = null } = entry;
	return { id, names, aliases, kind, networks, forms, billing, status, statusNote, replacedBy, officialDomains, site };
}

function toRows({ id, entry, procedures }: CarrierFolder, procedure: ProcedureId): ExportedMethod[] {
	const found = procedures.get(procedure)?.entry;
	return (found?.methods ?? []).map((method) => ({
		carrier: id,
		procedure,
		...toRow(method, found),
		forms: method.forms ?? entry.forms,
		billing: method.billing ?? entry.billing,
	}));
}

type Row = Omit<ExportedMethod, 'carrier' | 'procedure' | 'forms' | 'billing'>;

function toRow(method: MethodEntry, procedure: ProcedureEntry | undefined): Row {
	return {
		method: method.method,
		when: method.when ?? null,
		gist: procedure?.gist ?? { en: '' },
		traps: procedure?.traps ?? [],
		hours: method.hours ?? null,
		call: method.call ?? null,
		steps: byLanguage(method.steps),
		links: method.links.map(({ url }) => url),
		copy: method.copy,
		say: method.say ?? null,
		sources: method.sources.map(toSource),
		confidence: method.confidence,
	};
}

/** The steps in every language, in English where a translation is missing. */
function byLanguage(steps: readonly Text[]): Record<string, string[]> {
	const locales = new Set(steps.flatMap((step) => Object.keys(step)));
	return Object.fromEntries([...locales].map((locale) => [locale, steps.map((step) => step[locale] ?? step.en)]));
}

function toSource({ url, official, read, checked, date, of }: Source): ExportedSource {
	return { url, official, read, checked, date: date ?? null, of: of ?? null };
}
