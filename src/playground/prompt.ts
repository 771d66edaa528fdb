import { clearScreenDown, createInterface, cursorTo, type Interface, moveCursor } from 'node:readline';
import { Writable } from 'node:stream';

export type Terminal = {
	input: NodeJS.ReadableStream & { isTTY?: boolean };
	output: NodeJS.WritableStream & { isTTY?: boolean };
	/** Called when the person leaves with Ctrl-D. */
	onLeave: () => void;
};

export type Prompt = {
	/** Writes above the line that is being typed, which stays. */
	write: (text: string) => void;
	/** Shows the sign where one types, and passes on every line. Without a person there, it only reads. */
	open: (onLine: (line: string) => void) => void;
	/** Takes the log, where a person types; undefined where the lines come from a file or another program. */
	logStream: Writable | undefined;
};

const SIGN = '> ';

/** The last line of a terminal, on which a person types while others write above it: the answers and the log. */
export function createPrompt({ input, output, onLeave }: Terminal): Prompt {
	const isInteractive = input.isTTY === true && output.isTTY === true;
	let typed: Interface | undefined;
	const write = (text: string): void => {
		if (!typed) {
			output.write(text);
			return;
		}
		moveCursor(output, 0, -typed.getCursorPos().rows);
		cursorTo(output, 0);
		clearScreenDown(output);
		output.write(text);
		typed.prompt(true);
	};
	return {
		write,
		logStream: isInteractive ? streamTo(write) : undefined,
		open: (onLine) => {
			const lines = createInterface({ input, output, terminal: isInteractive, prompt: SIGN });
			lines.on('line', onLine);
			lines.on('close', () => {
				typed = undefined;
				if (input.isTTY) {
					output.write('\n');
					onLeave();
				}
			});
			if (isInteractive) {
				typed = lines;
				lines.prompt();
			}
		},
	};
}

function streamTo(write: Prompt['write']): Writable {
	return new Writable({
		decodeStrings: false,
		write: (chunk, _encoding, done) => {
			write(String(chunk));
			done();
		},
	});
}
