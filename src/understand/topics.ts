import type { Topics } from '../catalogue/words.ts';
import { createNameTest } from './elsewhere.ts';

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
