import { parseArgs } from 'node:util';
import { COMMANDS } from '../bot/commands.ts';
import { loadContent, loadI18n } from '../content.ts';
import { todayInJapan } from '../dates/day.ts';
import { OperatorError } from '../errors.ts';
import { openLibsqlStore } from '../storage/libsql/index.ts';
import { answerText } from './answer-text.ts';
import { askLines } from './ask-lines.ts';

const USAGE = `Ask as in the chat: npm run --silent ask -- "povo 怎么保号"   or   ask -- "/balance povo" --lang ja
Many at once, one {"id", "text", "lang"} a line: npm run --silent ask -- --jsonl < questions.jsonl
What was not understood, for maintainers: npm run --silent ask -- --misses [--data ./data]
Commands: ${COMMANDS.map(({ command }) => `/${command}`).join(' ')}`;

/** Fewer days could still be one person's own words. */
const LEAST_DAYS = 3;

const OPTIONS = {
	lang: { type: 'string' },
	jsonl: { type: 'boolean', default: false },
	misses: { type: 'boolean', default: false },
	data: { type: 'string', default: './data' },
} as const;

/** Prints the answer that the bot would give, without Telegram. */
async function main(): Promise<void> {
	const { values, positionals } = parseArgs({ allowPositionals: true, options: OPTIONS });
	const text = positionals.join(' ');
	if (values.misses) {
		return showUnanswered(values.data);
	}
	if (text.trim() === '' && !values.jsonl) {
		return fail(USAGE);
	}
	const content = loadContent(loadI18n());
	if (!values.jsonl) {
		process.stdout.write(`${answerText(content, { text, lang: values.lang, today: todayInJapan() })}\n`);
		return;
	}
	const bad = await askLines(content.understand, {
		input: process.stdin,
		output: (line) => process.stdout.write(`${line}\n`),
		problem: (line) => process.stderr.write(`${line}\n`),
	});
	process.exitCode = bad > 0 ? 1 : 0;
}

/** Prints the digest of what was not understood, the commonest first. */
async function showUnanswered(folder: string): Promise<void> {
	const store = openLibsqlStore(folder, { readOnly: true });
	const unanswered = await store.listUnanswered(LEAST_DAYS);
	const lines = unanswered.map(({ text, days, times }) => `${times} times on ${days} days: ${text}`);
	process.stdout.write(`${[...lines, `${unanswered.length} in all`].join('\n')}\n`);
	await store.close();
}

function fail(message: string): void {
	process.stderr.write(`${message}\n`);
	process.exitCode = 1;
}

main().catch((error: unknown) => {
	const { code } = error as NodeJS.ErrnoException;
	if (code?.startsWith('ERR_PARSE_ARGS')) {
		return fail(USAGE);
	}
	if (!(error instanceof OperatorError)) {
		throw error;
	}
	fail(error.message);
});
