import { readdirSync } from 'node:fs';
import { checkKnowledge } from '../catalogue/check.ts';
import { type Knowledge, readKnowledgeFolder } from '../catalogue/load.ts';
import { formatProblem, type Problem } from '../catalogue/problem.ts';
import { REQUIRED_LOCALES } from '../catalogue/rules/languages.ts';
import { proceduresOf } from '../catalogue/walk.ts';
import { loadI18n } from '../content.ts';
import { type CommandOutcome, success } from './program.ts';
import { createRenderedRule } from './rendered-rule.ts';

type Options = {
	folder: string;
	/** Only files that begin so are checked. */
	prefix: string;
	today: string;
};

/** Checks everything in the knowledge folder: whether it can be read, and all rules. */
export function check({ folder, prefix, today }: Options): CommandOutcome {
	const begins = ({ file }: { file: string }): boolean => file.startsWith(prefix);
	if (prefix !== '' && !listFiles(folder).some((file) => begins({ file }))) {
		return { output: '', errors: `No knowledge file begins with ${JSON.stringify(prefix)}.\n`, code: 1 };
	}
	const { knowledge, problems } = readKnowledgeFolder(folder);
	const all = [...problems, ...(knowledge ? checkRules(knowledge, today) : [])];
	const own = all.filter(begins);
	// No rule can run before all carriers can be read, so their problems are shown whatever the prefix.
	const shown = knowledge || own.length > 0 ? own : all;
	return knowledge && shown.length === 0
		? success(`${summarise(knowledge, begins)}: no problems\n`)
		: { output: listProblems(shown), errors: '', code: 1 };
}

/** All files, as far as they can be listed: what cannot is told when it is read. */
function listFiles(folder: string): string[] {
	try {
		return readdirSync(folder, { recursive: true, encoding: 'utf8' });
	} catch {
		return [];
	}
}

function checkRules(knowledge: Knowledge, today: string): Problem[] {
	const i18n = loadI18n();
	const optionalLocales = i18n.locales.map(({ id }) => id);
	const complete = i18n.locales.filter(({ partial }) => !partial).map(({ id }) => id);
	const locales = [...new Set([...REQUIRED_LOCALES, ...complete])];
	return checkKnowledge(knowledge, { today, locales, optionalLocales, extraRules: [createRenderedRule(i18n, today)] });
}

function summarise(knowledge: Knowledge, begins: (file: { file: string }) => boolean): string {
	const pairs = proceduresOf(knowledge).filter(({ procedure }) => begins(procedure));
	const carriers = new Set(pairs.flatMap(({ carrier }) => carrier?.id ?? [])).size;
	const methods = pairs.reduce((sum, { procedure }) => sum + procedure.entry.methods.length, 0);
	return [
		countOf(carriers, 'carrier'),
		countOf(pairs.filter(({ carrier }) => carrier).length, 'carrier × procedure pair'),
		countOf(methods, 'method'),
	].join(', ');
}

/** The problems by file, and how many there are. */
export function listProblems(problems: readonly Problem[]): string {
	const files = [...new Set(problems.map(({ file }) => file))].sort();
	const groups = files.map((name) => problems.filter(({ file }) => file === name).map(formatProblem));
	const total = `${countOf(files.length, 'file')}, ${countOf(problems.length, 'problem')}`;
	return `${[...groups.map((group) => group.join('\n')), total].join('\n\n')}\n`;
}

/** "1 file", "2 files". */
export function countOf(number: number, word: string): string {
	return `${number} ${word}${number === 1 ? '' : 's'}`;
}
