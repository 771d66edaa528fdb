import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadKnowledge } from '../catalogue/load.ts';
import { KnowledgeError } from '../catalogue/problem.ts';
import { isOneOf } from '../catalogue/vocabulary.ts';
import { KNOWLEDGE_FOLDER } from '../content.ts';
import { todayInJapan } from '../dates/day.ts';
import { askCarrier } from './new/ask-carrier.ts';
import { askForId } from './new/ask-identity.ts';
import { askForCarrier, askForProcedure, askProcedure } from './new/ask-procedure.ts';
import { createDialogue } from './new/dialogue.ts';
import { EndOfAnswersError } from './new/end-of-answers-error.ts';
import { createSetting, type Start } from './new/setting.ts';
import { writeNew } from './new/write-new.ts';

const USAGE = 'Write "carrier" or "procedure": npm run new -- procedure\n';
const WHATS = ['carrier', 'procedure'] as const;

const INTRODUCTION =
	'Every question takes one line. Nothing is written before the last answer; Ctrl-D gives up.\n' +
	'Have the source of each fact at hand. docs/knowledge.md explains every field.\n';

/** The streams of the conversation, the knowledge folder to write to, and the day of today. */
export type NewOptions = {
	input: NodeJS.ReadableStream;
	output: NodeJS.WritableStream;
	folder: string;
	today: string;
};

type Answered = { file: string; entry: object };

/**
 * Asks for a new carrier or procedure and writes its file.
 * @param args the words behind the program's name
 * @returns the exit code
 */
export async function runNew(args: readonly string[], options: NewOptions): Promise<number> {
	const [what = '', ...more] = args;
	if (!isOneOf(WHATS, what) || more.length > 0) {
		options.output.write(USAGE);
		return 1;
	}
	const dialogue = createDialogue(options.input, options.output);
	try {
		const knowledge = loadKnowledge(options.folder);
		dialogue.say(INTRODUCTION);
		const start = { ask: dialogue.ask, knowledge, today: options.today };
		const answered = await (what === 'carrier' ? newCarrier(start) : newProcedure(start));
		const { text, code } = save(options.folder, answered);
		dialogue.say(text);
		return code;
	} catch (error) {
		if (error instanceof EndOfAnswersError || error instanceof KnowledgeError) {
			dialogue.say(error.message);
			return 1;
		}
		throw error;
	} finally {
		dialogue.close();
	}
}

async function newCarrier(start: Start): Promise<Answered> {
	const id = await askForId(start);
	return { file: `carriers/${id}/carrier.yaml`, entry: await askCarrier(start) };
}

async function newProcedure(start: Start): Promise<Answered> {
	const carrier = await askForCarrier(start.ask, start.knowledge.carriers);
	const procedure = await askForProcedure(start.ask, carrier);
	const entry = await askProcedure(createSetting(start, carrier.entry));
	return { file: `carriers/${carrier.id}/${procedure}.yaml`, entry };
}

function save(folder: string, { file, entry }: Answered): { text: string; code: number } {
	const path = join(folder, file);
	if (!writeNew(folder, file, entry)) {
		return { text: `${path} is there already and was not overwritten.`, code: 1 };
	}
	const next = `npm run --silent knowledge -- check ${file.slice(0, file.lastIndexOf('/'))}/`;
	return { text: `\nWritten: ${path}\nNext:    ${next}`, code: 0 };
}

async function main(): Promise<void> {
	const { positionals } = parseArgs({ allowPositionals: true, strict: false });
	const { stdin, stdout } = process;
	const options = { input: stdin, output: stdout, folder: KNOWLEDGE_FOLDER, today: todayInJapan() };
	process.exitCode = await runNew(positionals, options);
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
	await main();
}
