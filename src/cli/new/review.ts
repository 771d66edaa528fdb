import { createAllRules, type FoundProblem, findProblems } from '../../catalogue/check.ts';
import { type CarrierFolder, type Knowledge, withCarrierFile } from '../../catalogue/load.ts';
import { formatPlace } from '../../catalogue/problem.ts';
import type { CarrierEntry, MethodEntry, ProcedureEntry, Source } from '../../catalogue/schema.ts';
import type { ProcedureId } from '../../catalogue/vocabulary.ts';
import { loadI18n } from '../../content.ts';
import { createRenderedRule } from '../rendered-rule.ts';
import { CONTROL, type Interview, type Path, type PlacedAnswer, type Review } from './interview.ts';

/** The knowledge with a file that is not written yet. */
type Draft = { file: string; knowledge: Knowledge };

/** An entry that is to be written, and the knowledge with it. */
export type NewFile = Draft & { entry: object };
export type NewInterview = Omit<Interview<NewFile>, 'lines'>;

/** The rules that compare what was answered with the sources, which are asked for after it. */
const NEED_SOURCES: readonly string[] = ['numbers', 'hours'];

/**
 * Creates a review with the rules of `knowledge -- check`.
 * @param today the day of the check, as 2026-11-15
 * @param draftOf makes the knowledge with the answers so far; undefined if it is not known yet where they belong
 */
export function createReview(
	today: string,
	draftOf: (answers: readonly PlacedAnswer[]) => Draft | undefined,
): Review<Draft> {
	const rules = createAllRules({ today });
	const early = rules.filter(({ name }) => !NEED_SOURCES.includes(name));
	const find = ({ file, knowledge }: Draft, applied: typeof rules): FoundProblem[] =>
		findProblems(knowledge, applied).filter(({ problem }) => problem.file === file);
	return {
		objection: (answers) => {
			const draft = draftOf(answers);
			const place = formatPlace(answers.at(-1)?.path ?? []);
			const found = draft && find(draft, early).find(({ problem }) => isAbout(problem.place, place));
			return found && `${JSON.stringify(found.problem.value)}: ${found.problem.wrong}. ${found.problem.remedy}`;
		},
		problems: (result) => find(result, [...rules, createRenderedRule(loadI18n(), today)]),
		concerns: ({ rule, problem }, place) =>
			isAbout(problem.place, place) || (NEED_SOURCES.includes(rule) && place.endsWith('.says')),
	};
}

/** Places of problems with a whole procedure, which no single answer can fix. */
const WHOLE: readonly string[] = ['', 'identify', 'support'];

function isAbout(problem: string, place: string): boolean {
	if (WHOLE.includes(problem)) {
		// Problems with the id of a carrier have no place in its file.
		return problem === '' && place === 'id';
	}
	return problem === place || isInside(place, problem) || isInside(problem, place);
}

function isInside(inner: string, outer: string): boolean {
	return inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
}

/** The knowledge with a new carrier. */
export function withCarrier(knowledge: Knowledge, id: string, entry: CarrierEntry): Draft {
	const file = `carriers/${id}/carrier.yaml`;
	const folder = { id, file, entry, procedures: withCarrierFile(file, entry, new Map()) };
	return { file, knowledge: { ...knowledge, carriers: [...knowledge.carriers.map(bare), folder] } };
}

/** The knowledge with a new procedure of a carrier. */
export function withProcedure(
	knowledge: Knowledge,
	{ carrier, id }: { carrier: CarrierFolder; id: ProcedureId },
	entry: ProcedureEntry,
): Draft {
	const file = `carriers/${carrier.id}/${id}.yaml`;
	const folder = { ...bare(carrier), procedures: new Map([[id, { file, place: '', entry }]]) };
	const carriers = knowledge.carriers.map((one) => (one.id === carrier.id ? folder : bare(one)));
	return { file, knowledge: { ...knowledge, carriers } };
}

/** A carrier without its texts, so that the rules take less time. */
function bare(folder: CarrierFolder): CarrierFolder {
	const { offline: _, statusNote: __, ...entry } = folder.entry;
	return { ...folder, entry: { ...entry, ...EMPTY_PROCEDURES }, procedures: new Map() };
}

const EMPTY_PROCEDURE: ProcedureEntry = { gist: { en: '' }, traps: [], methods: [], myths: [] };
const EMPTY_PROCEDURES = { identify: EMPTY_PROCEDURE, support: EMPTY_PROCEDURE };

type Fields = Record<string, unknown>;

/** The answers so far as an entry. Fields without an answer get values that no rule refuses. */
export function toCarrierDraft(answers: readonly PlacedAnswer[]): CarrierEntry {
	const { account, ...fields } = toFields(answers);
	const hasPage = typeof account === 'object' && account !== null && 'url' in account;
	const entry = {
		...{ names: { en: '' }, aliases: [], networks: [], forms: [], billing: [], status: 'active', officialDomains: [] },
		...{ site: 'https://example.jp/', clues: { apn: [], iccid: [] } },
		...fields,
		...(hasPage && { account }),
		identify: fillProcedure(fields['identify']),
		support: fillProcedure(fields['support']),
	};
	return entry as unknown as CarrierEntry;
}

/** The answers so far as an entry. Fields without an answer get values that no rule refuses. */
export function toProcedureDraft(answers: readonly PlacedAnswer[]): ProcedureEntry {
	return fillProcedure(toFields(answers));
}

function fillProcedure(fields: unknown): ProcedureEntry {
	const { methods = [], ...rest } = (fields ?? {}) as Partial<ProcedureEntry>;
	return { ...EMPTY_PROCEDURE, ...rest, methods: methods.map(fillMethod) };
}

function fillMethod({ sources = [], ...method }: Partial<MethodEntry>): MethodEntry {
	const filled = sources.map((source: Partial<Source>) => ({
		url: '',
		official: false,
		says: '',
		...source,
	}));
	const empty = { needs: [], steps: [], links: [], copy: [], confidence: 'low' } as const;
	return { method: 'app', ...empty, ...method, sources: filled } as unknown as MethodEntry;
}

function toFields(answers: readonly PlacedAnswer[]): Fields {
	const fields: Fields = {};
	for (const { path, value } of answers) {
		if (value !== undefined && !path.includes(CONTROL)) {
			set(fields, path, value);
		}
	}
	return fields;
}

function set(target: Fields, [key = '', ...rest]: Path, value: unknown): void {
	if (rest.length === 0) {
		target[key] = value;
		return;
	}
	target[key] ??= typeof rest[0] === 'number' ? [] : {};
	set(target[key] as Fields, rest, value);
}
