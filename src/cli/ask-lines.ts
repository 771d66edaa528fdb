import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Content } from '../bot/deps.ts';
import { todayInJapan } from '../dates/day.ts';
import { type Asked, outcomeOf } from './outcome.ts';

const questionSchema = z.object({
	id: z.union([z.string(), z.number()]),
	text: z.string(),
	lang: z.string().optional(),
});

type Streams = { input: NodeJS.ReadableStream; output: (line: string) => void; problem: (line: string) => void };

/**
 * Reads questions, one JSON object a line, and writes what the bot would do with each: answer, offer or neither. A line
 * that cannot be read is reported with its number, and the rest goes on.
 * @returns how many lines could not be read
 */
export async function askLines(content: Content, { input, output, problem }: Streams): Promise<number> {
	let number = 0;
	let bad = 0;
	for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
		number += 1;
		if (line.trim() === '') {
			continue;
		}
		const question = questionSchema.safeParse(parse(line));
		if (question.success) {
			output(JSON.stringify(answer(content, question.data)));
		} else {
			bad += 1;
			problem(`line ${number} is no {"id", "text", "lang"}: write one JSON object a line. The rest goes on.`);
		}
	}
	return bad;
}

function parse(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return undefined;
	}
}

type Answer = { id: string | number } & Asked;

function answer(content: Content, { id, text, lang }: z.infer<typeof questionSchema>): Answer {
	return { id, ...outcomeOf(content, { text, lang, today: todayInJapan() }) };
}
