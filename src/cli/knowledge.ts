import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkKnowledge } from '../catalogue/check.ts';
import { exportKnowledge } from '../catalogue/export.ts';
import { type Knowledge, loadKnowledge } from '../catalogue/load.ts';
import { loadOpenQuestions } from '../catalogue/open-questions.ts';
import { formatProblem, KnowledgeError, type Problem } from '../catalogue/problem.ts';
import { findStale } from '../catalogue/stale.ts';
import { entriesByFile, proceduresOf } from '../catalogue/walk.ts';
import { KNOWLEDGE_FOLDER, loadI18n } from '../content.ts';
import { isRealDay, todayInJapan } from '../dates/day.ts';
import { StoreError } from '../errors.ts';
import { createProgress } from './links/progress.ts';
import { checkLinks, LINK_CHECK, type LinkCheck } from './links.ts';
import { questionsPage } from './questions.ts';
import { createRenderedRule } from './rendered-rule.ts';
import { reportLines, type Where } from './reports.ts';

const USAGE =
	'Write "check", "check carriers/docomo" (only files that begin so), "export", "stale", "links", "questions" or "reports"; ' +
	"--folder names another knowledge folder, --today another day like 2027-01-01; for reports, --data names the bot's " +
	'folder (./data), --redis its server.\n';

/** What a run prints, and how it ends. */
export type Outcome = { output: string; errors: string; code: number };

type Options = { command: string; prefix: string; folder: string; today: string } & Where;

/**
 * Runs one command. It prints nothing itself, so that a test can read all of it.
 * @param args the words behind the program's name
 * @param now the clock, for the age of evidence
 * @param links how the pages behind links are reached
 */
export async function runKnowledge(
	args: readonly string[],
	now: Date,
	links: LinkCheck = LINK_CHECK,
): Promise<Outcome> {
	const options = readOptions(args, now);
	if (!options) {
		return { output: '', errors: USAGE, code: 1 };
	}
	try {
		if (options.command === 'reports') {
			return { output: await reportLines(options), errors: '', code: 0 };
		}
		const knowledge = loadKnowledge(options.folder);
		return options.command === 'links' ? await checkLinks(knowledge, links) : run(options, knowledge);
	} catch (error) {
		if (error instanceof KnowledgeError) {
			return unreadable(error.problems, options);
		}
		if (error instanceof StoreError) {
			return { output: '', errors: `${error.message}\n`, code: 1 };
		}
		throw error;
	}
}

const COMMANDS = ['check', 'export', 'stale', 'links', 'questions', 'reports'];

function readOptions(args: readonly string[], now: Date): Options | undefined {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				folder: { type: 'string', default: KNOWLEDGE_FOLDER },
				today: { type: 'string', default: todayInJapan(now) },
				data: { type: 'string', default: './data' },
				redis: { type: 'string' },
			},
		});
		const { folder, today, data, redis } = values;
		const [command = '', prefix = '', ...more] = positionals;
		const right = COMMANDS.includes(command) && more.length === 0 && (prefix === '' || command === 'check');
		return right && today.length === 10 && isRealDay(today)
			? { command, prefix, folder, today, data, redis }
			: undefined;
	} catch (error) {
		// An option that does not exist, or that lacks its value.
		if (error instanceof TypeError) {
			return undefined;
		}
		throw error;
	}
}

function run({ command, prefix, folder, today }: Options, knowledge: Knowledge): Outcome {
	if (command === 'questions') {
		return { output: questionsPage(loadOpenQuestions(folder, knowledge)), errors: '', code: 0 };
	}
	if (command === 'export') {
		return { output: `${JSON.stringify(exportKnowledge(knowledge))}\n`, errors: '', code: 0 };
	}
	return command === 'stale' ? showStale(knowledge, today) : check(knowledge, prefix, today);
}

function check(knowledge: Knowledge, prefix: string, today: string): Outcome {
	const begins = ({ file }: { file: string }): boolean => file.startsWith(prefix);
	if (!entriesByFile(knowledge).some(begins)) {
		return { output: '', errors: `No knowledge file begins with ${JSON.stringify(prefix)}.\n`, code: 1 };
	}
	const i18n = loadI18n();
	const problems = checkKnowledge(knowledge, {
		today,
		optionalLocales: i18n.locales.map(({ id }) => id),
		extraRules: [createRenderedRule(i18n, today)],
	}).filter(begins);
	if (problems.length > 0) {
		return { output: listProblems(problems), errors: '', code: 1 };
	}
	const pairs = proceduresOf(knowledge).filter(({ procedure }) => begins(procedure));
	const carriers = new Set(pairs.flatMap(({ carrier }) => carrier?.id ?? [])).size;
	const methods = pairs.reduce((sum, { procedure }) => sum + procedure.entry.methods.length, 0);
	const what = [
		count(carriers, 'carrier'),
		count(pairs.filter(({ carrier }) => carrier).length, 'carrier × procedure pair'),
		count(methods, 'method'),
	].join(', ');
	return { output: `${what}: no problems\n`, errors: '', code: 0 };
}

/** No rule can run before all files can be read, so those of other people are named too. */
function unreadable(problems: readonly Problem[], { command, prefix }: Options): Outcome {
	const own = problems.filter(({ file }) => file.startsWith(prefix));
	const text = listProblems(own.length > 0 ? own : problems);
	return command === 'check' ? { output: text, errors: '', code: 1 } : { output: '', errors: text, code: 1 };
}

function listProblems(problems: readonly Problem[]): string {
	const files = [...new Set(problems.map(({ file }) => file))].sort();
	const groups = files.map((name) => problems.filter(({ file }) => file === name).map(formatProblem));
	const total = `${count(files.length, 'file')}, ${count(problems.length, 'problem')}`;
	return `${[...groups.map((group) => group.join('\n')), total].join('\n\n')}\n`;
}

function count(number: number, word: string): string {
	return `${number} ${word}${number === 1 ? '' : 's'}`;
}

function showStale(knowledge: Knowledge, today: string): Outcome {
	const stale = findStale(knowledge, today);
	const lines = stale.map(
		({ level, days, newest, file, place }) => `${level.padEnd(5)}  ${days} days (${newest})  ${file} › ${place}`,
	);
	const old = stale.filter(({ level }) => level === 'error').length;
	const last = `${count(stale.length, 'method')} to check again, ${old} of them older than a year`;
	return { output: `${[...lines, last].join('\n')}\n`, errors: '', code: 0 };
}

async function main(): Promise<void> {
	const links = { ...LINK_CHECK, progress: createProgress(process.stderr) };
	const { output, errors, code } = await runKnowledge(process.argv.slice(2), new Date(), links);
	process.stdout.on('error', ignoreClosedPipe);
	// The process ends by itself when all is written: process.exit would cut a pipe short.
	process.exitCode = code;
	process.stderr.write(errors);
	process.stdout.write(output);
}

/** Whoever reads has seen enough: "export | head" is no failure. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
	if (error.code !== 'EPIPE') {
		throw error;
	}
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
	await main();
}
