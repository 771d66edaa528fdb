import type { Topics } from '../catalogue/words.ts';
import { LATIN, withOptionalMarks } from '../fold-diacritics.ts';
import { escapeRegExp, normalise, wholePattern } from './normalise.ts';

const LATIN_NAME = new RegExp(`^[${LATIN}&+ .-]+$`);

/**
 * Makes the test whether a text names something that is not ours.
 * @param names Latin ones count as words of their own, others wherever they stand
 */
export function createNameTest(names: readonly string[]): (normalised: string) => boolean {
	const normalised = names.map(normalise);
	const [latin, others] = [true, false].map((isLatin) =>
		normalised
			.filter((name) => LATIN_NAME.test(name) === isLatin)
			.map((name) => withOptionalMarks(escapeRegExp(name)))
			.join('|'),
	);
	const whole = latin ? `(?<![${LATIN}])(?:${latin})(?![${LATIN}])` : '';
	const pattern = new RegExp([whole, others].filter(Boolean).join('|') || '(?!)');
	return (text) => pattern.test(text);
}

/**
 * Makes the function that blanks out phrases which hold a carrier's name and do not mean it. The text keeps its length.
 * @param phrases where one has a space, a text may have a space, a dot, a hyphen or nothing
 */
export function createBlanker(phrases: readonly string[]): (normalised: string) => string {
	const patterns = phrases.map((phrase) => patternOf(normalise(phrase)));
	const pattern = new RegExp(patterns.join('|') || '(?!)', 'g');
	return (text) => text.replace(pattern, (found) => ' '.repeat(found.length));
}

function patternOf(phrase: string): string {
	const words = phrase.split(' ').map(escapeRegExp).join('[ ・.-]?');
	return wholePattern(phrase, words);
}

/** Begins the name of a topic among the features; alone it says that nothing of ours is spoken of. */
const TOPIC = '©';

/**
 * Makes the function that tells what a text is about, so that a word which no example has still says something: that
 * "handset" is a phone is known, and who speaks of no line, SIM, phone or data at all is hardly one of ours.
 */
export function createTopics({ ours, others }: Topics): (normalised: string) => string[] {
	const tests = Object.entries({ ...ours, ...others }).map(([topic, words]) => [topic, createNameTest(words)] as const);
	return (text) => {
		const found = tests.filter(([, isNamed]) => isNamed(text)).map(([topic]) => topic);
		const signs = found.map((topic) => `${TOPIC}${topic}`);
		return found.some((topic) => topic in ours) ? signs : [...signs, TOPIC];
	};
}
