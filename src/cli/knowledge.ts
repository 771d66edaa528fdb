import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createCatalogue } from '../catalogue/catalogue.ts';
import { exportKnowledge } from '../catalogue/export.ts';
import { type AllKnowledge, loadKnowledge } from '../catalogue/load.ts';
import { KnowledgeError } from '../catalogue/problem.ts';
import { isOneOf } from '../catalogue/vocabulary.ts';
import { KNOWLEDGE_FOLDER } from '../content.ts';
import { isRealDay, todayInJapan } from '../dates/day.ts';
import { StoreError } from '../errors.ts';
import { check, listProblems } from './check.ts';
import { checkLinks, LINK_CHECK, type LinkCheck } from './links/check-links.ts';
import { createProgress } from './links/progress.ts';
import { readQuestions } from './measure.ts';
import { type CommandOutcome, isProgram, success } from './program.ts';
import { questionsPage } from './questions.ts';
import { listReports, listUnanswered, type Where } from './reports.ts';
import { stale } from './stale.ts';
import { listUntranslated } from './untranslated.ts';
import type { WatchOptions } from './watch/watch.ts';
import { WATCHING, type Watching } from './watch/watching.ts';
import { formatWords, reportWords } from './words-report.ts';

const USAGE =
	'Write "check", "check carriers/docomo" (only files that begin so), "export", "stale", "links", ' +
	'"watch", "watch carriers/docomo" (reads the sources again), "questions", "words", ' +
	'"untranslated ko" (the texts that a language lacks), "reports" (what people said of answers) or "misses" (what was not understood); --folder names another knowledge folder, --today another day like 2027-01-01; ' +
	'for watch, --write writes what was found, --json prints it as JSON, --through https://… names a server that has the ' +
	'pages; for stale, --table counts the sources by age, and --write puts that into docs/knowledge.md; ' +
	"for reports and misses, --data names the bot's folder (./data), --redis its server.\n";

const COMMANDS = [
	'check',
	'export',
	'stale',
	'links',
	'watch',
	'questions',
	'words',
	'untranslated',
	'reports',
	'misses',
] as const;

/** Commands that may look at only those files that begin so, or at one language. */
const WITH_PREFIX: readonly string[] = ['check', 'watch', 'untranslated'];

type Options = { command: (typeof COMMANDS)[number]; table: boolean } & WatchOptions & Where;

/**
 * Runs one command. It prints nothing itself, so that a test can read all of it.
 * @param args the words behind the program's name
 * @param now the clock, for the age of evidence
 * @param links how the pages behind links are reached
 * @param watching how sources are reached
 */
export async function runKnowledge(
	args: readonly string[],
	now: Date,
	links: LinkCheck = LINK_CHECK,
	watching: Watching = WATCHING,
): Promise<CommandOutcome> {
	const options = readOptions(args, now);
	if (!options) {
		return { output: '', errors: USAGE, code: 1 };
	}
	try {
		return await run(options, links, watching);
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
				through: { type: 'string' },
				write: { type: 'boolean', default: false },
				json: { type: 'boolean', default: false },
				table: { type: 'boolean', default: false },
			},
		});
		const { today, through, ...others } = values;
		const [command = '', prefix = '', ...more] = positionals;
		const isRight = more.length === 0 && (prefix === '' ? command !== 'untranslated' : WITH_PREFIX.includes(command));
		const isAddress = through === undefined || (URL.canParse(through) && /^https?:/.test(through));
		const isForWatch = through !== undefined || others.json;
		const isFit = (!isForWatch || command === 'watch') && (!others.table || command === 'stale');
		return isOneOf(COMMANDS, command) && isRight && isAddress && isFit && today.length === 10 && isRealDay(today)
			? {
					command,
					prefix,
					today,
					redis: undefined,
					...others,
					through: through === undefined ? undefined : new URL(through),
				}
			: undefined;
	} catch (error) {
		// An option that does not exist, or that lacks its value.
		if (error instanceof TypeError) {
			return undefined;
		}
		throw error;
	}
}

async function run(options: Options, links: LinkCheck, watching: Watching): Promise<CommandOutcome> {
	switch (options.command) {
		case 'check':
			return check(options);
		case 'reports':
			return success(await listReports(options));
		case 'misses':
			return success(await listUnanswered(options));
		case 'links':
			return checkLinks(loadKnowledge(options.folder), links);
		case 'watch':
			// What reads web pages and PDFs is large, and nothing else needs it.
			return (await import('./watch/watch.ts')).watch(options, watching);
		default:
			return success(print(options, loadKnowledge(options.folder)));
	}
}

function print(options: Options, knowledge: AllKnowledge): string {
	const { command } = options;
	if (command === 'questions') {
		return questionsPage(knowledge);
	}
	if (command === 'untranslated') {
		return listUntranslated(knowledge, options.prefix);
	}
	if (command === 'words') {
		return formatWords(reportWords(createCatalogue(knowledge), knowledge.words, testTexts()));
	}
	return command === 'export' ? `${JSON.stringify(exportKnowledge(knowledge))}\n` : stale(options, knowledge);
}

/** The words of every test set that lies beside the knowledge: what is not there decides nothing. */
function testTexts(): string[] {
	const folder = join(KNOWLEDGE_FOLDER, '../test/understand');
	const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.jsonl')) : [];
	return names.flatMap((name) => readQuestions(join(folder, name)).map(({ text }) => text));
}

async function main(): Promise<void> {
	const links = { ...LINK_CHECK, progress: createProgress(process.stderr, 'links') };
	const watching = { ...WATCHING, progress: createProgress(process.stderr, 'pages') };
	const { output, errors, code } = await runKnowledge(process.argv.slice(2), new Date(), links, watching);
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
