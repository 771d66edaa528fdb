import { parseArgs } from 'node:util';
import { renderText } from '../answer/render-text.ts';
import type { Content } from '../bot/deps.ts';
import { resolveCheck } from '../bot/features/check/resolve.ts';
import type { LinkVerdict } from '../check/judge-link.ts';
import type { NumberVerdict } from '../check/judge-numbers.ts';
import { loadContent, loadI18n } from '../content.ts';
import { todayInJapan } from '../dates/day.ts';
import { OperatorError } from '../errors.ts';
import { BASE_LOCALE } from '../i18n/read-locales.ts';
import { answerLines, type Streams } from './json-lines.ts';
import { isProgram } from './program.ts';

const USAGE = `What a message, link or number is: npm run --silent check -- "【docomo】… https://…"   (--lang ja)
Many at once, one {"id", "text", "lang"} a line: npm run --silent check -- --jsonl < messages.jsonl
`;

const OPTIONS = { lang: { type: 'string' }, jsonl: { type: 'boolean', default: false } } as const;

type Asked = { text: string; lang?: string | undefined; today: string };

/** What is found in one message, as other programs read it. */
export type Found = {
	carrier: string | null;
	links: { url: string; verdict: LinkVerdict }[];
	numbers: { number: string; verdict: NumberVerdict }[];
	notice: string | null;
	stage: string | null;
	date: string | null;
	oneTimeCode: boolean;
};

/** What is found in a message. */
export function findIn({ check, i18n }: Content, { text, lang, today }: Asked): Found {
	const locale = i18n.find(lang ?? BASE_LOCALE) ?? BASE_LOCALE;
	const { carriers, links, numbers, notice, date, oneTimeCode } = check(text, { today, locale });
	return {
		carrier: carriers[0] ?? null,
		links: links.map(({ url, verdict }) => ({ url, verdict })),
		numbers: numbers.map(({ number, verdict }) => ({ number, verdict })),
		notice: notice?.notice.kind ?? null,
		stage: notice?.notice.stage ?? null,
		date: date ?? null,
		oneTimeCode,
	};
}

/** The answer that the bot gives in a private chat, with its buttons below. */
export function messageText(content: Content, { text, lang, today }: Asked): string {
	const locale = content.i18n.find(lang ?? BASE_LOCALE) ?? BASE_LOCALE;
	const t = content.i18n.translator(locale);
	const { document = [], buttons = [] } = resolveCheck(content, { locale, t, audience: 'private' }, { text, today });
	return [renderText(document).text, '', ...buttons.map((button) => `[${button.text}]`)].join('\n');
}

/** Answers one message a line. @returns how many lines were none */
export function checkLines(content: Content, today: string, streams: Streams): Promise<number> {
	return answerLines(streams, (message) => findIn(content, { ...message, today }));
}

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({ allowPositionals: true, options: OPTIONS });
	const text = positionals.join(' ');
	if (text.trim() === '' && !values.jsonl) {
		throw new OperatorError(USAGE);
	}
	const content = loadContent(loadI18n());
	const today = todayInJapan();
	if (!values.jsonl) {
		process.stdout.write(`${messageText(content, { text, lang: values.lang, today })}\n`);
		return;
	}
	const bad = await checkLines(content, today, {
		input: process.stdin,
		output: (line) => process.stdout.write(`${line}\n`),
		problem: (line) => process.stderr.write(`${line}\n`),
	});
	process.exitCode = bad > 0 ? 1 : 0;
}

if (isProgram(import.meta.url)) {
	main().catch((error: unknown) => {
		const isUsage = (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
		if (!isUsage && !(error instanceof OperatorError)) {
			throw error;
		}
		process.stderr.write(isUsage ? USAGE : (error as OperatorError).message);
		process.exitCode = 1;
	});
}
