import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { loadKnowledge } from '../catalogue/load.ts';
import { formatProblem } from '../catalogue/problem.ts';
import { isOneOf } from '../catalogue/vocabulary.ts';
import { KNOWLEDGE_FOLDER } from '../content.ts';
import { todayInJapan } from '../dates/day.ts';
import { OperatorError } from '../errors.ts';
import { carrierInterview } from './new/carrier.ts';
import { createDialogue, type Dialogue, EndOfInputError } from './new/dialogue.ts';
import { INTERVIEW_KEYS, interview } from './new/interview.ts';
import { procedureInterview } from './new/procedure.ts';
import type { NewFile } from './new/review.ts';
import { toYaml } from './new/yaml-format.ts';
import { isProgram } from './program.ts';

const USAGE = 'Write "carrier" or "procedure": npm run new -- procedure\n';
const INTERVIEWS = { carrier: carrierInterview, procedure: procedureInterview };

const INTRODUCTION =
	`Every question takes one line. ${INTERVIEW_KEYS}\n` +
	'Nothing is written before the last answer. Ctrl-D stops; what was answered is kept for another time.\n' +
	'Have the source of each fact at hand. docs/knowledge.md explains every field.\n';

export type NewOptions = {
	input: NodeJS.ReadableStream;
	output: NodeJS.WritableStream;
	/** The knowledge folder to write to. */
	folder: string;
	/** Where answers are kept that ended too early. */
	drafts: string;
	/** As 2026-11-15. */
	today: string;
};

type Command = { what: keyof typeof INTERVIEWS; resume: string | undefined };

/**
 * Asks for a new carrier or procedure and writes its file.
 * @param args the words behind the program's name
 * @returns the exit code
 */
export async function runNew(args: readonly string[], options: NewOptions): Promise<number> {
	const command = readCommand(args);
	if (!command) {
		options.output.write(USAGE);
		return 1;
	}
	const dialogue = createDialogue(options.input, options.output);
	try {
		return await askAndWrite(command, dialogue, options);
	} catch (error) {
		if (error instanceof OperatorError) {
			dialogue.say(error.message);
			return 1;
		}
		throw error;
	} finally {
		dialogue.close();
	}
}

function readCommand(args: readonly string[]): Command | undefined {
	try {
		const options = { resume: { type: 'string' } } as const;
		const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
		const [what = '', ...more] = positionals;
		return isOneOf(['carrier', 'procedure'], what) && more.length === 0 ? { what, resume: values.resume } : undefined;
	} catch {
		return undefined;
	}
}

async function askAndWrite({ what, resume }: Command, dialogue: Dialogue, options: NewOptions): Promise<number> {
	const knowledge = loadKnowledge(options.folder);
	const lines = resume === undefined ? new Map<string, string>() : readLines(resume);
	dialogue.say(INTRODUCTION);
	try {
		const { result, problems } = await interview(dialogue, { ...INTERVIEWS[what](knowledge, options.today), lines });
		const left = problems.map(({ problem }) => formatProblem(problem));
		return write(dialogue, { folder: options.folder, left }, result);
	} catch (error) {
		if (!(error instanceof EndOfInputError)) {
			throw error;
		}
		const next =
			lines.size > 0
				? `Go on with: npm run new -- ${what} --resume ${keepLines(options.drafts, lines)}`
				: 'Start again.';
		dialogue.say(`The answers ended before the file was complete, so nothing was written. ${next}`);
		return 1;
	}
}

/** Keeps the answers for another time, outside the project. */
function keepLines(drafts: string, lines: ReadonlyMap<string, string>): string {
	const path = join(mkdtempSync(join(drafts, 'nokori-new-')), 'answers.json');
	writeFileSync(path, JSON.stringify(Object.fromEntries(lines), undefined, '\t'));
	return path;
}

function readLines(path: string): Map<string, string> {
	try {
		const lines = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(path, 'utf8')));
		return new Map(Object.entries(lines));
	} catch {
		throw new OperatorError(`${path} holds no answers: name the file that was shown when the answers ended.`);
	}
}

type Place = { folder: string; left: readonly string[] };

/** Writes the file, unless somebody else did while the questions were asked. */
function write(dialogue: Dialogue, { folder, left }: Place, { entry, file }: NewFile): number {
	const path = join(folder, file);
	mkdirSync(dirname(path), { recursive: true });
	try {
		writeFileSync(path, toYaml(entry), { flag: 'wx' });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
			throw error;
		}
		dialogue.say(`${path} is there already and was not overwritten.`);
		return 1;
	}
	const problems = left.length > 0 ? `\nTo mend: ${left.join('\n         ')}` : '';
	const next = `npm run --silent knowledge -- check ${file.slice(0, file.lastIndexOf('/'))}/`;
	dialogue.say(`\nWritten: ${path}${problems}\nNext:    ${next}`);
	return left.length > 0 ? 1 : 0;
}

async function main(): Promise<void> {
	const { stdin, stdout } = process;
	const where = { folder: KNOWLEDGE_FOLDER, drafts: tmpdir() };
	const options = { input: stdin, output: stdout, ...where, today: todayInJapan() };
	process.exitCode = await runNew(process.argv.slice(2), options);
}

if (isProgram(import.meta.url)) {
	await main();
}
