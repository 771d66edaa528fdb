import type { z } from 'zod';
import { isOnDomain } from '../../catalogue/rules/links.ts';
import { linkSchema } from '../../catalogue/schema.ts';
import { isOneOf } from '../../catalogue/vocabulary.ts';
import type { Reader, Reading } from './dialogue.ts';

/** Any words. */
export function words(): Reader<string> {
	return (answer) => (answer === '' ? { wrong: 'This one cannot be empty.' } : { value: answer });
}

/**
 * What the schema of the field allows.
 * @param what a right answer, in words
 */
export function matching<T>(schema: z.ZodType<T>, what: string): Reader<T> {
	return (answer) => {
		const result = schema.safeParse(answer);
		return result.success ? { value: result.data } : { wrong: `"${answer}" is not ${what}.` };
	};
}

/** What `read` takes, if nothing speaks against it. */
export function unless<T>(read: Reader<T>, objection: (value: T) => string | undefined): Reader<T> {
	return (answer) => {
		const reading = read(answer);
		const wrong = 'value' in reading ? objection(reading.value) : undefined;
		return wrong === undefined ? reading : { wrong };
	};
}

/** One word of a closed set. */
export function oneOf<const T extends string>(allowed: readonly T[]): Reader<T> {
	return (answer) =>
		isOneOf(allowed, answer) ? { value: answer } : { wrong: `"${answer}" is not one of ${allowed.join(', ')}.` };
}

export const yesOrNo: Reader<boolean> = (answer) => {
	const reading = oneOf(['yes', 'no'])(answer.toLowerCase());
	return 'value' in reading ? { value: reading.value === 'yes' } : { wrong: `"${answer}" is neither yes nor no.` };
};

/** An https address on one of the domains. */
export function pageOn(domains: readonly string[]): Reader<string> {
	const page = matching(linkSchema.shape.url, 'an address that begins with https://');
	return unless(page, (url) =>
		isOnDomain(url, domains) ? undefined : `${new URL(url).hostname} is on none of ${domains.join(', ')}.`,
	);
}

/** An empty answer means that there is none. */
export function optional<T>(read: Reader<T>): Reader<T | undefined> {
	return (answer) => (answer === '' ? { value: undefined } : read(answer));
}

/** Words with commas between them, each of which `read` takes; none at all for an empty answer. */
export function list<T>(read: Reader<T>): Reader<T[]> {
	return (answer) => {
		const values: T[] = [];
		for (const part of answer.split(/[,、，]/).map((word) => word.trim())) {
			const reading: Reading<T> | undefined = part === '' ? undefined : read(part);
			if (reading && 'wrong' in reading) {
				return reading;
			}
			if (reading && !values.includes(reading.value)) {
				values.push(reading.value);
			}
		}
		return { value: values };
	};
}

/** The same, but not empty. */
export function someOf<T>(read: Reader<T>): Reader<T[]> {
	return (answer) => {
		const reading = list(read)(answer);
		return 'value' in reading && reading.value.length === 0 ? { wrong: 'Name at least one.' } : reading;
	};
}
