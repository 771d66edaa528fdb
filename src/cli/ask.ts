import { parseArgs } from 'node:util';
import { COMMANDS } from '../bot/commands.ts';
import { loadContent, loadI18n } from '../content.ts';
import { todayInJapan } from '../dates/day.ts';
import { OperatorError } from '../errors.ts';
import { answerText } from './answer-text.ts';
import { askLines } from './ask-lines.ts';
import { listUnanswered } from './reports.ts';

const USAGE = `Ask as in the chat: npm run --silent ask -- "povo 怎么保号"   or   ask -- "/balance povo" --lang ja
What was not understood (with KEEP_MISSES=on): npm run --silent ask -- --misses [--data DIR | --redis URL]
Many at once, one {"id", "text", "lang"} a line: npm run --silent ask -- --jsonl < questions.jsonl
Commands: ${COMMANDS.map(({ command }) => `/${command}`).join(' ')}`;

const OPTIONS = {
	lang: { type: 'string' },
	jsonl: { type: 'boolean', default: false },
	misses: { type: 'boolean', default: false },
	data: { type: 'string', default: './data' },
	redis: { type: 'string' },
} as const;

/** Prints the answer that the bot would give, without Telegram. */
async function main(): Promise<void> {
	const { values, positionals } = parseArgs({ allowPositionals: true, options: OPTIONS });
	const text = positionals.join(' ');
	if (values.misses) {
		process.stdout.write(await listUnanswered(values));
		return;
	}
	if (text.trim() === '' && !values.jsonl) {
		return fail(USAGE);
	}
	const content = loadContent(loadI18n());
	if (!values.jsonl) {
		process.stdout.write(
			`${answerText(content, { text, lang: values.lang, today: todayInJapan(), now: Date.now() })}\n`,
		);
		return;
	}
	const bad = await askLines(content, {
		input: process.stdin,
		output: (line) => process.stdout.write(`${line}\n`),
		problem: (line) => process.stderr.write(`${line}\n`),
	});
	process.exitCode = bad > 0 ? 1 : 0;
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
