import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Content } from '../bot/deps.ts';
import { type Asked, answeredInGroup, outcomeOf } from './outcome.ts';

/** A question and what it should be taken for: `also` is equally right, `none` is none of ours. */
const labelledSchema = z.object({
	id: z.string(),
	lang: z.string(),
	text: z.string(),
	/** A procedure, a guide, or `none`. */
	procedure: z.string(),
	carrier: z.string().nullable(),
	also: z.array(z.string()).optional(),
	note: z.string().optional(),
	/** Where the line comes from, so that lines of one hand are told from those of others. */
	from: z.string().optional(),
});
export type Labelled = z.infer<typeof labelledSchema>;

/** Reads a file of labelled questions, one JSON object a line. */
export function readQuestions(path: string): Labelled[] {
	const lines = readFileSync(path, 'utf8').trim().split('\n');
	return lines.map((line) => labelledSchema.parse(JSON.parse(line)));
}

/** What became of the questions of one language or source. All are counts. */
export type Counts = {
	name: string;
	/** Questions that are ours; of these, how many got the right answer, how many it or it among the offered, a wrong one, or nothing. */
	ours: number;
	atOnce: number;
	withinOneTap: number;
	wrong: number;
	lost: number;
	/** Questions that are not; of these, how many were answered or got an offer, and how much group noise was answered in a group. */
	notOurs: number;
	answered: number;
	offered: number;
	noise: number;
	/** All questions whose carrier was told rightly, or rightly as none. */
	carrier: number;
};
export type Mistake = { id: string; text: string; wanted: string; got: string };
export type Measured = { counts: readonly Counts[]; mistakes: readonly Mistake[]; milliseconds: number };

const ALL = 'all';
const NONE = 'none';
const DAY = '2026-11-20';

/** Holds the bot against labelled questions: per language, per source of the lines, and in all. */
export function measure(content: Content, questions: readonly Labelled[]): Measured {
	// What is learnt at the first question is no part of the time that a question takes.
	content.understand('');
	const before = performance.now();
	const results = questions.map((question) => ({
		question,
		asked: outcomeOf(content, { text: question.text, lang: question.lang, today: DAY }),
	}));
	const milliseconds = (performance.now() - before) / Math.max(1, questions.length);
	const isNoise = ({ question: { note, text } }: Result): boolean =>
		note === 'group noise' && answeredInGroup(content, text) !== undefined;
	const groups = [
		...groupBy(results, ({ lang }) => lang),
		...groupBy(results, ({ from }) => from ?? ''),
		[ALL, results] as const,
	];
	return {
		counts: groups.map(([name, some]) => ({ ...count(name, some), noise: some.filter(isNoise).length })),
		mistakes: results.flatMap(mistakeOf),
		milliseconds,
	};
}

type Result = { question: Labelled; asked: Asked };

function groupBy(results: readonly Result[], key: (question: Labelled) => string): [string, Result[]][] {
	const names = [...new Set(results.map(({ question }) => key(question)))].filter((name) => name !== '');
	return names.map((name) => [name, results.filter(({ question }) => key(question) === name)]);
}

function count(name: string, results: readonly Result[]): Omit<Counts, 'noise'> {
	const ours = results.filter(({ question }) => question.procedure !== NONE);
	const notOurs = results.filter(({ question }) => question.procedure === NONE);
	const fates = ours.map(fateOf);
	const so = (...kinds: readonly string[]): number => fates.filter((fate) => kinds.includes(fate)).length;
	return {
		name,
		ours: ours.length,
		atOnce: so('at once'),
		withinOneTap: so('at once', 'one tap'),
		wrong: so('wrong'),
		lost: so('lost'),
		notOurs: notOurs.length,
		answered: notOurs.filter((one) => answerOf(one) !== undefined && !isRight(one, answerOf(one))).length,
		offered: notOurs.filter((one) => answerOf(one) === undefined && one.asked.offered.length > 0).length,
		carrier: results.filter(({ question, asked }) => asked.carrier === question.carrier).length,
	};
}

function answerOf({ asked }: Result): string | undefined {
	return asked.procedure ?? asked.guide ?? undefined;
}

function isRight({ question }: Result, intent: string | undefined): boolean {
	return intent !== undefined && (intent === question.procedure || (question.also?.includes(intent) ?? false));
}

function fateOf(result: Result): 'at once' | 'one tap' | 'wrong' | 'lost' {
	const answer = answerOf(result);
	if (answer !== undefined) {
		return isRight(result, answer) ? 'at once' : 'wrong';
	}
	return result.asked.offered.some((intent) => isRight(result, intent)) ? 'one tap' : 'lost';
}

function mistakeOf(result: Result): Mistake[] {
	const { question, asked } = result;
	const { id, text, procedure, carrier } = question;
	const answer = answerOf(result);
	const isFine =
		procedure === NONE
			? answer === undefined || isRight(result, answer)
			: fateOf(result) === 'at once' || fateOf(result) === 'one tap';
	const got = answer ?? (asked.offered.length > 0 ? `[${asked.offered.join(', ')}]` : NONE);
	return isFine && asked.carrier === carrier
		? []
		: [{ id, text, wanted: `${procedure}/${carrier ?? '-'}`, got: `${got}/${asked.carrier ?? '-'}` }];
}
