import type { BotApiServer } from '../bot-api-server/index.ts';
import type { Person } from '../bot-api-server/people/person.ts';
import type { SeenMessage } from '../bot-api-server/people/seen-message.ts';
import type { Prompt } from './prompt.ts';

const NAME = 'You';
/** Longer numbers are questions: 151, an ICCID. */
const BUTTON_NUMBER = /^\d{1,2}$/;

/**
 * A chat with the bot in the terminal: a line is sent as a message, a number taps the button with that number.
 * Piped input is sent line by line, and the bot goes on running afterwards.
 * @param notice is written first
 */
export function chatInTerminal(server: BotApiServer, prompt: Prompt, notice?: string): void {
	const person = server.person({ name: NAME, language: 'en' });
	const say = (text: string): void => prompt.write(`${text}\n`);
	if (notice !== undefined) {
		say(notice);
	}
	say(`No BOT_TOKEN, so this is the playground: open ${server.url}/ in a browser, or chat here.`);
	say('Type a question ("povo data left"), or the number of a button. /lang ja changes the language, Ctrl-D leaves.\n');
	let previous = Promise.resolve();
	prompt.open((line) => {
		const words = line.trim();
		previous = previous.then(() => (words === '' ? prompt.write('') : runLine(person, words, say)));
	});
}

async function runLine(person: Person, line: string, say: (text: string) => void): Promise<void> {
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

/** @returns what came of it, unless the bot answers it */
async function sendOrTap(person: Person, line: string): Promise<string | undefined> {
	if (!/^\d+$/.test(line)) {
		await person.sends(line);
		return undefined;
	}
	const buttons = newest(person)?.buttons.flat() ?? [];
	const button = buttons[Number(line) - 1];
	if (button) {
		return await tap(person, button);
	}
	if (BUTTON_NUMBER.test(line)) {
		return `There is no button ${line}: ${rangeOf(buttons.length)}.\n`;
	}
	await person.sends(line);
	return undefined;
}

async function tap(
	person: Person,
	{ kind, value }: SeenMessage['buttons'][number][number],
): Promise<string | undefined> {
	if (kind === 'callback') {
		await person.tapsData(value);
		return undefined;
	}
	return kind === 'copy' ? `(copied: ${value})\n` : `(opens ${value})\n`;
}

function rangeOf(count: number): string {
	if (count === 0) {
		return 'none is shown now';
	}
	return count === 1 ? 'the only one is 1' : `they go from 1 to ${count}`;
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
