import type { FoundProblem } from '../../catalogue/check.ts';
import { formatPlace, formatProblem } from '../../catalogue/problem.ts';
import type { Dialogue } from './dialogue.ts';
import type { Validator } from './validators.ts';

/** Where an answer stands in the file, like ['methods', 0, 'steps', 1, 'en']. One with CONTROL in it is not in the file. */
export type Path = readonly (string | number)[];
export const CONTROL = '?';

export type PlacedAnswer = { path: Path; value: unknown };

/** Asks until the answer can be taken. */
export type Ask = <T>(path: Path, question: string, validate: Validator<T>) => Promise<T>;

/** The rules that hold for what is asked. */
export type Review<T> = {
	/** What speaks against the last of these answers, as far as that shows without those that follow. */
	objection: (answers: readonly PlacedAnswer[]) => string | undefined;
	/** Everything that is wrong with the result. */
	problems: (result: T) => readonly FoundProblem[];
	/** Whether a problem is mended with another answer at this place. */
	concerns: (found: FoundProblem, place: string) => boolean;
};

export type Interview<T> = {
	/** Asks everything, in an order that may depend on the answers. It is run again to go back. */
	questions: (ask: Ask) => Promise<T>;
	review: Review<T>;
	/** The lines that were answered so far, by place. The interview goes on from there, and adds to them. */
	lines: Map<string, string>;
};

const BACK = '<';
const KEEP = '=';
export const INTERVIEW_KEYS = `"${BACK}" goes back to the question before, "${KEEP}" keeps an answer that is asked for again.`;

/**
 * Holds an interview. Going back runs the questions anew with the lines that are known, and so does asking again for what
 * the rules refuse.
 * @returns the result, and the problems that no other answer mended
 * @throws EndOfInputError
 */
export async function interview<T extends object>(
	dialogue: Dialogue,
	{ questions, review, lines }: Interview<T>,
): Promise<{ result: T; problems: readonly FoundProblem[] }> {
	const again = new Set<string>();
	let reported = '';
	for (;;) {
		const answers: PlacedAnswer[] = [];
		const result = await questions(createAsk(dialogue, review.objection, { answers, lines, again })).catch(stopAtBack);
		if (result === undefined) {
			continue;
		}
		const problems = review.problems(result);
		const report = problems.map(({ problem }) => formatProblem(problem)).join('\n');
		const places = answers.map(({ path }) => formatPlace(path));
		const wrong = places.filter((place) => problems.some((found) => review.concerns(found, place)));
		if (wrong.length === 0 || report === reported) {
			return { result, problems };
		}
		reported = report;
		dialogue.say(`\nThe rules refuse some answers, which are asked for again:\n${report}\n`);
		for (const place of wrong) {
			again.add(place);
		}
	}
}

/** Thrown to leave the questions, which then run again. */
class BackError extends Error {}

function stopAtBack(error: unknown): undefined {
	if (!(error instanceof BackError)) {
		throw error;
	}
}

type State = { answers: PlacedAnswer[]; lines: Map<string, string>; again: Set<string> };
type Objection = Review<never>['objection'];

function createAsk(dialogue: Dialogue, objection: Objection, { answers, lines, again }: State): Ask {
	return async (path, question, validate) => {
		const place = formatPlace(path);
		const known = parseAgain(lines.get(place), validate);
		const readAnswer = async (): Promise<string | undefined> => {
			const answer = await dialogue.readLine();
			return answer === BACK ? goBack(dialogue, answers, again) : answer;
		};
		const refuse = (value: unknown): string | undefined => objection([...answers, { path, value }]);
		const taken =
			known && !again.has(place) ? known : await askAloud(dialogue, { question, known, readAnswer, validate, refuse });
		lines.set(place, taken.line);
		again.delete(place);
		answers.push({ path, value: taken.value });
		return taken.value;
	};
}

type Taken<T> = { line: string; value: T };

/** An answer from before may be none any more, since what is allowed can depend on other answers. */
function parseAgain<T>(line: string | undefined, validate: Validator<T>): Taken<T> | undefined {
	const parsed = line === undefined ? undefined : validate(line);
	return line !== undefined && parsed && 'value' in parsed ? { line, value: parsed.value } : undefined;
}

type Aloud<T> = {
	question: string;
	known: Taken<T> | undefined;
	readAnswer: () => Promise<string | undefined>;
	validate: Validator<T>;
	refuse: (value: T) => string | undefined;
};

async function askAloud<T>(
	dialogue: Dialogue,
	{ question, known, readAnswer, validate, refuse }: Aloud<T>,
): Promise<Taken<T>> {
	dialogue.say(known ? `${question}\n(so far: ${known.line === '' ? 'nothing' : known.line})` : question);
	for (;;) {
		const line = await readAnswer();
		if (line === undefined) {
			continue;
		}
		if (line === KEEP && known) {
			return known;
		}
		const parsed = validate(line);
		const wrong = 'wrong' in parsed ? parsed.wrong : refuse(parsed.value);
		if ('value' in parsed && wrong === undefined) {
			return { line, value: parsed.value };
		}
		dialogue.say(`${wrong} Please answer again.`);
	}
}

/** Runs the questions again up to the last one that was answered. */
function goBack(dialogue: Dialogue, answers: readonly PlacedAnswer[], again: Set<string>): undefined {
	const last = answers.at(-1);
	if (!last) {
		dialogue.say('This is the first question.');
		return;
	}
	again.add(formatPlace(last.path));
	throw new BackError();
}

/** Asks for a part of the file. */
export function within(ask: Ask, ...prefix: Path): Ask {
	return (path, question, validate) => ask([...prefix, ...path], question, validate);
}

/** What was answered at a place. */
export function valueAt<T>(answers: readonly PlacedAnswer[], path: Path): T | undefined {
	const place = formatPlace(path);
	return answers.find((answer) => formatPlace(answer.path) === place)?.value as T | undefined;
}
