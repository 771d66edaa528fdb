import type { z } from 'zod';
import { isOneOf } from '../../catalogue/vocabulary.ts';

/** What an answer means, or why it cannot be taken. */
type Parsed<T> = { value: T } | { wrong: string };

/** Parses one answer. It knows the form only: whether the facts are allowed is left to the rules. */
export type Validator<T> = (answer: string) => Parsed<T>;

export function words(): Validator<string> {
	return (answer) => (answer === '' ? { wrong: 'This one cannot be empty.' } : { value: answer });
}

/**
 * Takes what the schema of the field allows.
 * @param what a right answer, in words
 */
export function matching<T>(schema: z.ZodType<T>, what: string): Validator<T> {
	return (answer) => {
		const result = schema.safeParse(answer);
		return result.success ? { value: result.data } : { wrong: `"${answer}" is not ${what}.` };
	};
}

/** Takes what another validator takes, unless there is an objection. */
export function refine<T>(validate: Validator<T>, objection: (value: T) => string | undefined): Validator<T> {
	return (answer) => {
		const parsed = validate(answer);
		const wrong = 'value' in parsed ? objection(parsed.value) : undefined;
		return wrong === undefined ? parsed : { wrong };
	};
}

/** One word of a closed set. */
export function oneOf<const T extends string>(allowed: readonly T[]): Validator<T> {
	return (answer) =>
		isOneOf(allowed, answer) ? { value: answer } : { wrong: `"${answer}" is not one of ${allowed.join(', ')}.` };
}

export const yesOrNo: Validator<boolean> = (answer) => {
	const parsed = oneOf(['yes', 'no'])(answer.toLowerCase());
	return 'value' in parsed ? { value: parsed.value === 'yes' } : { wrong: `"${answer}" is neither yes nor no.` };
};

/** An empty answer means that there is none. */
export function optional<T>(validate: Validator<T>): Validator<T | undefined> {
	return (answer) => (answer === '' ? { value: undefined } : validate(answer));
}

/** Answers with commas between them; none at all for an empty answer. */
export function list<T>(validate: Validator<T>): Validator<T[]> {
	return (answer) => {
		const values: T[] = [];
		for (const part of answer.split(/[,、，]/).map((word) => word.trim())) {
			const parsed: Parsed<T> | undefined = part === '' ? undefined : validate(part);
			if (parsed && 'wrong' in parsed) {
				return parsed;
			}
			if (parsed && !values.includes(parsed.value)) {
				values.push(parsed.value);
			}
		}
		return { value: values };
	};
}

/** A list that is not empty. */
export function someOf<T>(validate: Validator<T>): Validator<T[]> {
	return refine(list(validate), (values) => (values.length === 0 ? 'Name at least one.' : undefined));
}
