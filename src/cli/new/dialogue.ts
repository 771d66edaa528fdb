import { createInterface, type Interface } from 'node:readline/promises';

/** The input ended before all questions were answered: Ctrl-D, Ctrl-C or the end of a pipe. */
export class EndOfInputError extends Error {
	override name = 'EndOfInputError';
}

/** A conversation line by line, with a person at a terminal or with a pipe. */
export type Dialogue = {
	say: (line: string) => void;
	/**
	 * Waits for the next line, without the spaces around it.
	 * @throws EndOfInputError
	 */
	readLine: () => Promise<string>;
	close: () => void;
};

const PROMPT = '> ';

/** Opens a conversation. With a pipe as the input, the prompts are written too, so that a log of it can be read. */
export function createDialogue(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Dialogue {
	const terminal = 'isTTY' in input && input.isTTY === true;
	const lines = createInterface({ input, output, terminal, prompt: PROMPT });
	lines.once('SIGINT', () => lines.close());
	return {
		say: (line) => void output.write(`${line}\n`),
		readLine: createLineReader(lines, output, terminal),
		close: () => lines.close(),
	};
}

/** The iterator keeps lines that come early; `question` would lose them, and never settle at the end of the input. */
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
			throw new EndOfInputError();
		}
		return value.trim();
	};
}
