import { decideIntent, type Understander, type Understood } from './understand.ts';

/** A question and what it should be taken for: `also` is equally right, `none` should not be answered. */
export type Labelled = {
	id: string;
	lang: string;
	text: string;
	procedure: string;
	carrier: string | null;
	also?: readonly string[] | undefined;
	note?: string | undefined;
};

type Counts = {
	lang: string;
	/** Questions that should be answered, and how many got a right procedure. */
	asked: number;
	procedure: number;
	/** All questions, and how many got the right carrier or rightly none. */
	all: number;
	carrier: number;
	/** Questions that should not be answered, how many were in private, and how much group noise was in a group. */
	none: number;
	answered: number;
	noise: number;
};
type Mistake = { id: string; text: string; wanted: string; got: string };
export type Measured = { languages: readonly Counts[]; mistakes: readonly Mistake[]; milliseconds: number };

const ALL = 'all';

/** Holds the understander against labelled questions. */
export function measure(understand: Understander, questions: readonly Labelled[]): Measured {
	// What is learnt at the first question is no part of the time that a question takes.
	understand('');
	const before = performance.now();
	const results = questions.map((question) => ({ question, understood: understand(question.text) }));
	const milliseconds = (performance.now() - before) / Math.max(1, questions.length);
	const langs = [...new Set(questions.map(({ lang }) => lang)), ALL];
	return {
		languages: langs.map((lang) =>
			count(
				lang,
				results.filter(({ question }) => lang === ALL || question.lang === lang),
			),
		),
		mistakes: results.flatMap(mistakeOf),
		milliseconds,
	};
}

type Result = { question: Labelled; understood: Understood };

function count(lang: string, results: readonly Result[]): Counts {
	const asked = results.filter(({ question }) => question.procedure !== 'none');
	const none = results.filter(({ question }) => question.procedure === 'none');
	return {
		lang,
		asked: asked.length,
		procedure: asked.filter(isRight).length,
		all: results.length,
		carrier: results.filter(({ question, understood }) => (understood.carrier ?? null) === question.carrier).length,
		none: none.length,
		answered: none.filter((result) => !isRight(result)).length,
		noise: none.filter(
			({ question, understood }) => question.note === 'group noise' && decideIntent(understood, 'group') !== undefined,
		).length,
	};
}

function isRight({ question, understood }: Result): boolean {
	const intent = decideIntent(understood, 'private') ?? 'none';
	return intent === question.procedure || (question.also?.includes(intent) ?? false);
}

function mistakeOf(result: Result): Mistake[] {
	const { question, understood } = result;
	const got = `${decideIntent(understood, 'private') ?? 'none'}/${understood.carrier ?? '-'} (${understood.confidence.toFixed(2)})`;
	const wanted = `${question.procedure}/${question.carrier ?? '-'}`;
	const isCarrierRight = (understood.carrier ?? null) === question.carrier;
	return isRight(result) && isCarrierRight ? [] : [{ id: question.id, text: question.text, wanted, got }];
}
