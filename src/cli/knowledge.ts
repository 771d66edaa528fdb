import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createCatalogue } from '../catalogue/catalogue.ts';
import { exportKnowledge } from '../catalogue/export.ts';
import { type AllKnowledge, type Knowledge, loadKnowledge } from '../catalogue/load.ts';
import { KnowledgeError } from '../catalogue/problem.ts';
import { countAges, findStale, type Stale } from '../catalogue/stale.ts';
import { isOneOf } from '../catalogue/vocabulary.ts';
import { KNOWLEDGE_FOLDER } from '../content.ts';
import { isRealDay, todayInJapan } from '../dates/day.ts';
import { StoreError } from '../errors.ts';
import { check, countOf, listProblems } from './check.ts';
import { checkLinks, createProgress, LINK_CHECK, type LinkCheck } from './links/check-links.ts';
import { readQuestions } from './measure.ts';
import { type CommandOutcome, isProgram, success } from './program.ts';
import { questionsPage } from './questions.ts';
import { listReports, listUnanswered, type Where } from './reports.ts';
import { formatWords, reportWords } from './words-report.ts';

const USAGE =
	'Write "check", "check carriers/docomo" (only files that begin so), "export", "stale", "links", "questions", "words", ' +
	'"reports" (what people said of answers) or "misses" (what was not understood); --folder names another knowledge ' +
	"folder, --today another day like 2027-01-01; for reports and misses, --data names the bot's folder (./data), " +
	'--redis its server.\n';

const COMMANDS = ['check', 'export', 'stale', 'links', 'questions', 'words', 'reports', 'misses'] as const;

type Options = { command: (typeof COMMANDS)[number]; prefix: string; folder: string; today: string } & Where;

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
): Promise<CommandOutcome> {
	const options = readOptions(args, now);
	if (!options) {
		return { output: '', errors: USAGE, code: 1 };
	}
	try {
		return await run(options, links);
	} catch (error) {
		if (error instanceof KnowledgeError) {
			return { output: '', errors: listProblems(error.problems), code: 1 };
		}
		if (error instanceof StoreError) {
			return { output: '', errors: `${error.message}\n`, code: 1 };
		}
		throw error;
	}
}

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
		const isRight = more.length === 0 && (prefix === '' || command === 'check');
		return isOneOf(COMMANDS, command) && isRight && today.length === 10 && isRealDay(today)
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

async function run(options: Options, links: LinkCheck): Promise<CommandOutcome> {
	switch (options.command) {
		case 'check':
			return check(options);
		case 'reports':
			return success(await listReports(options));
		case 'misses':
			return success(await listUnanswered(options));
		case 'links':
			return checkLinks(loadKnowledge(options.folder), links);
		default:
			return success(print(options, loadKnowledge(options.folder)));
	}
}

function print({ command, today }: Options, knowledge: AllKnowledge): string {
	if (command === 'questions') {
		return questionsPage(knowledge);
	}
	if (command === 'words') {
		return formatWords(reportWords(createCatalogue(knowledge), knowledge.words, testTexts()));
	}
	return command === 'export' ? `${JSON.stringify(exportKnowledge(knowledge))}\n` : listStale(knowledge, today);
}

/** The words of every test set that lies beside the knowledge: what is not there decides nothing. */
function testTexts(): string[] {
	const folder = join(KNOWLEDGE_FOLDER, '../test/understand');
	const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.jsonl')) : [];
	return names.flatMap((name) => readQuestions(join(folder, name)).map(({ text }) => text));
}

function listStale(knowledge: Knowledge, today: string): string {
	const stale = findStale(knowledge, today);
	const { undated, error, warn, fresh } = countAges(knowledge, today);
	const last = [
		`${countOf(stale.length, 'method')} to check again`,
		`${undated} rest on saved pages without a date, ${error} on pages over a year old, ${warn} over half a year, ${fresh} on newer ones`,
	].join(': ');
	return `${[...stale.map(staleLine), last].join('\n')}\n`;
}

function staleLine(stale: Stale): string {
	const age =
		'days' in stale ? `${stale.days} days (${stale.newest})` : `no date${stale.bound ? ` (${stale.bound})` : ''}`;
	return `${stale.level.padEnd(7)}  ${age}  ${stale.file} › ${stale.place}`;
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

/** A reader that closes the pipe early, as in "export | head", is no failure. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
	if (error.code !== 'EPIPE') {
		throw error;
	}
}

if (isProgram(import.meta.url)) {
	await main();
}
