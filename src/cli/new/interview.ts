import type { FoundProblem } from '../../catalogue/check.ts';
import { formatPlace, formatProblem } from '../../catalogue/problem.ts';
import type { Dialogue } from './dialogue.ts';
import type { Validator } from './validators.ts';

/** The place of an answer in the file, like ['methods', 0, 'steps', 1, 'en']. */
export type Path = readonly (string | number)[];

/** Part of the path of an answer that is not written to the file, like whether there is another method. */
export const CONTROL = '?';

export type PlacedAnswer = { path: Path; value: unknown };

/** Asks a question until the answer is valid. */
export type Ask = <T>(path: Path, question: string, validate: Validator<T>) => Promise<T>;

/** Applies the rules to the answers. */
export type Review<T> = {
	/** The problem with the last of these answers, as far as it can be found before the rest is answered. */
	objection: (answers: readonly PlacedAnswer[]) => string | undefined;
	/** Everything that is wrong with the result. */
	problems: (result: T) => readonly FoundProblem[];
	/** Whether another answer at this place can fix a problem. */
	concerns: (found: FoundProblem, place: string) => boolean;
};

export type Interview<T> = {
	/** Asks everything. What is asked can depend on earlier answers. It runs again to go back. */
	questions: (ask: Ask) => Promise<T>;
	review: Review<T>;
	/** The lines answered so far, by place. They are not asked for again, and new ones are added. */
	lines: Map<string, string>;
};

const BACK = '<';
const KEEP = '=';
export const INTERVIEW_KEYS = `"${BACK}" goes back to the question before, "${KEEP}" keeps an answer that is asked for again.`;

/**
 * Asks all questions, and asks again for the answers that the rules refuse. To go back, it runs the questions from the
 * start with the known lines, and stops at the one to answer again.
 * @returns the result, and the problems that are left
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

/** Thrown by `ask` to run the questions from the start. */
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

/** A known line can be invalid now, because what is allowed can depend on other answers. */
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

/** Goes back to the last question that was answered. */
function goBack(dialogue: Dialogue, answers: readonly PlacedAnswer[], again: Set<string>): undefined {
	const last = answers.at(-1);
	if (!last) {
		dialogue.say('This is the first question.');
		return;
	}
	again.add(formatPlace(last.path));
	throw new BackError();
}

/** Asks for a part of the file: puts a prefix before all paths. */
export function within(ask: Ask, ...prefix: Path): Ask {
	return (path, question, validate) => ask([...prefix, ...path], question, validate);
}

/** The answer at a place, if there is one yet. */
export function valueAt<T>(answers: readonly PlacedAnswer[], path: Path): T | undefined {
	const place = formatPlace(path);
	return answers.find((answer) => formatPlace(answer.path) === place)?.value as T | undefined;
}
