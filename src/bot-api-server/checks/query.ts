import { badRequest } from '../errors.ts';
import type { MethodContext } from '../method.ts';
import type { Question } from '../world/types.ts';

export const TOO_OLD = 'query is too old and response timeout expired or query ID is invalid';
/** Telegram names no number. Bots that answer within a minute are seen to succeed. */
export const QUERY_LIFETIME_MS = 60_000;

/** An inline or guest query that still waits for its answer. */
export function checkQuestion(
	{ world, violate }: MethodContext,
	kind: Question['kind'],
	id: string | undefined,
): Question {
	const question = world.questions.get(id ?? '');
	if (question?.answer !== undefined) {
		violate('answered-twice', `the ${kind} query ${JSON.stringify(question.text)} was answered already`);
	}
	const isOpen = question?.kind === kind && question.answer === undefined;
	if (!isOpen || world.now() - question.at > QUERY_LIFETIME_MS) {
		throw badRequest(TOO_OLD);
	}
	return question;
}
