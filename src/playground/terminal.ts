import { createInterface } from 'node:readline';
import type { BotApiServer } from '../bot-api-server/index.ts';
import type { Person } from '../bot-api-server/people/person.ts';
import type { SeenMessage } from '../bot-api-server/people/seen-message.ts';

export type Terminal = {
	input: NodeJS.ReadableStream & { isTTY?: boolean };
	output: NodeJS.WritableStream;
	/** Called when the person leaves with Ctrl-D. */
	onLeave: () => void;
};

const NAME = 'You';

/**
 * A chat with the bot in the terminal: a line is sent as a message, a number taps the button with that number.
 * Piped input is sent line by line, and the bot goes on running afterwards.
 * @param notice is written first
 */
export function chatInTerminal(server: BotApiServer, { input, output, onLeave }: Terminal, notice?: string): void {
	const person = server.person({ name: NAME, language: 'en' });
	const say = (text: string): void => {
		output.write(`${text}\n`);
	};
	if (notice !== undefined) {
		say(notice);
	}
	say(`No BOT_TOKEN, so this is the playground: open ${server.url}/ in a browser, or chat right here.`);
	say('Type /balance povo, or a number to tap a button. /lang ja changes the language, Ctrl-D leaves.\n');
	const lines = createInterface({ input, terminal: false });
	let previous = Promise.resolve();
	lines.on('line', (line) => {
		previous = previous.then(() => runLine(person, line.trim(), say));
	});
	lines.on('close', () => {
		if (input.isTTY) {
			onLeave();
		}
	});
}

async function runLine(person: Person, line: string, say: (text: string) => void): Promise<void> {
	if (line === '') {
		return;
	}
	const toasts = person.toasts.length;
	try {
		const note = await sendOrTap(person, line);
		say(note ?? drawScreen(newest(person)));
		for (const { text } of person.toasts.slice(toasts)) {
			say(`(${text})\n`);
		}
	} catch (error) {
		say(`! ${(error as Error).message}\n`);
	}
}

/** @returns what the tap did, unless the bot answers it */
async function sendOrTap(person: Person, line: string): Promise<string | undefined> {
	const button = /^\d+$/.test(line) ? newest(person)?.buttons.flat()[Number(line) - 1] : undefined;
	if (!button) {
		await person.sends(line);
		return undefined;
	}
	if (button.kind === 'callback') {
		await person.tapsData(button.value);
		return undefined;
	}
	return button.kind === 'copy' ? `(copied: ${button.value})\n` : `(opens ${button.value})\n`;
}

function newest(person: Person): SeenMessage | undefined {
	return person.messages.findLast(({ fromBot }) => fromBot);
}

function drawScreen(screen: SeenMessage | undefined): string {
	let number = 0;
	const rows = screen?.buttons.map((row) =>
		row
			.map(({ text }) => {
				number += 1;
				return `[${number} ${text}]`;
			})
			.join('  '),
	);
	return screen ? `${screen.text}\n\n${rows?.join('\n')}\n` : '(no answer)\n';
}
