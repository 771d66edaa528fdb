import type { Content } from '../bot/deps.ts';
import { todayInJapan } from '../dates/day.ts';
import { answerLines, type Streams } from './json-lines.ts';
import { outcomeOf } from './outcome.ts';

/**
 * Reads questions, one JSON object a line, and writes what the bot would do with each: answer, offer or neither.
 * @returns how many lines could not be read
 */
export function askLines(content: Content, streams: Streams): Promise<number> {
	return answerLines(streams, (question) => outcomeOf(content, { ...question, today: todayInJapan() }));
}
