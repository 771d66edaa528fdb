import { COMMANDS } from './commands.ts';

/** "check povo" asks for a balance: without its slash it is a word like any other. */
const VERB = 'check';

type Asker = {
	/** The bot's own name, without @. */
	username: string;
	/** Whether the words are said to the bot: in private, or with its name. */
	isAddressed: boolean;
	/** Whether words are a carrier's name and nothing else. */
	isCarrierName: (words: string) => boolean;
};

/** A command of the bot, and what stands behind it. */
export type CommandText = { command: string; words: string };

/** A slash of either width, perhaps a space, a name, perhaps whose command it is. */
const COMMAND = /^[/／](\s*)([\p{L}\p{N}_]+)(?:@(\w+))?(?=$|[\s\p{P}])/u;
const COMMAND_INSIDE = /(?<=^|[\s\p{Ps}「，。、])[/／]([a-z_]+)(?:@(\w+))?(?=$|[\s\p{P}])/giu;

/**
 * Reads a command as people type it: /Balance povo, ／balance povo, / balance povo, /balance_povo, "how does /balance
 * work for povo?", "balance povo".
 * @param words without mentions
 * @returns undefined where there is no command of this bot
 */
export function readCommand(words: string, asker: Asker): CommandText | undefined {
	return leadingCommand(words, asker) ?? commandInside(words, asker) ?? bareCommand(words, asker);
}

function leadingCommand(words: string, { username, isAddressed }: Asker): CommandText | undefined {
	const [whole = '', space, name = '', address] = COMMAND.exec(words) ?? [];
	const isOurs = whole !== '' && isOurAddress(address, username) && (space === '' || isAddressed);
	const found = isOurs ? findCommand(name) : undefined;
	return found && { command: found.command, words: joined(found.words, words.slice(whole.length)) };
}

/** In the middle of a sentence a command is one only where it is said to the bot, and asks for a procedure. */
function commandInside(words: string, { username, isAddressed }: Asker): CommandText | undefined {
	for (const { 0: whole, 1: name = '', 2: address, index } of words.matchAll(COMMAND_INSIDE)) {
		const isMeant = address === undefined ? isAddressed : isOurAddress(address, username);
		const found = isMeant ? findCommand(name) : undefined;
		if (found?.isProcedure) {
			const rest = joined(words.slice(0, index), words.slice(index + whole.length));
			return { command: found.command, words: joined(found.words, rest) };
		}
	}
	return undefined;
}

/** A command's name without its slash, before a carrier's. Alone it is a word like any other. */
function bareCommand(words: string, { isAddressed, isCarrierName }: Asker): CommandText | undefined {
	const [, name = '', rest = ''] = /^([a-z_]+)(?:[\s:：]+(.+))?$/iu.exec(words.trim()) ?? [];
	const found = isAddressed && name.toLowerCase() !== VERB ? findCommand(name) : undefined;
	const carrier = joined(found?.words ?? '', rest);
	return found && carrier !== '' && isCarrierName(carrier) ? { command: found.command, words: carrier } : undefined;
}

function isOurAddress(address: string | undefined, username: string): boolean {
	return address === undefined || address.toLowerCase() === username.toLowerCase();
}

type Found = CommandText & { isProcedure: boolean };

/** What stands behind an underscore is meant as a word: /balance_povo. */
function findCommand(typed: string): Found | undefined {
	const name = typed.normalize('NFKC').toLowerCase();
	const entry = COMMANDS.find(({ command }) => name === command || name.startsWith(`${command}_`));
	return (
		entry && {
			command: entry.command,
			words: name.slice(entry.command.length).replaceAll('_', ' ').trim(),
			isProcedure: 'procedure' in entry,
		}
	);
}

function joined(...parts: readonly string[]): string {
	return parts
		.map((part) => part.trim())
		.filter((part) => part !== '')
		.join(' ');
}
