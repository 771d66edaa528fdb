import { createInterface, type Interface } from 'node:readline/promises';
import { EndOfAnswersError } from './end-of-answers-error.ts';

/** What an answer means, or why it cannot be taken. */
export type Reading<T> = { value: T } | { wrong: string };
export type Reader<T> = (answer: string) => Reading<T>;

/** Asks until the answer can be taken. */
export type Ask = <T>(question: string, read: Reader<T>) => Promise<T>;

export type Dialogue = { ask: Ask; say(line: string): void; close(): void };

const PROMPT = '> ';

/** A conversation line by line, with a person at a terminal or with a pipe. */
export function createDialogue(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Dialogue {
	const terminal = 'isTTY' in input && input.isTTY === true;
	const lines = createInterface({ input, output, terminal, prompt: PROMPT });
	const nextLine = createLineReader(lines, output, terminal);
	const say = (line: string): void => void output.write(`${line}\n`);
	const ask: Ask = async (question, read) => {
		say(question);
		for (;;) {
			const reading = read((await nextLine()).trim());
			if ('value' in reading) {
				return reading.value;
			}
			say(`${reading.wrong} Please answer again.`);
		}
	};
	return { ask, say, close: () => lines.close() };
}

/** The iterator keeps lines that come before they are asked for; `question` would lose them, and never end at EOF. */
function createLineReader(lines: Interface, output: NodeJS.WritableStream, terminal: boolean): () => Promise<string> {
	const iterator = lines[Symbol.asyncIterator]();
	let open = terminal;
	lines.once('close', () => {
		open = false;
	});
	return async () => {
		if (open) {
			lines.prompt();
		} else {
			output.write(PROMPT);
		}
		const { done, value } = await iterator.next();
		if (done) {
			output.write('\n');
			throw new EndOfAnswersError();
		}
		return value;
	};
}
