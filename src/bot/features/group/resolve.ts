import type { Addressed } from '../../addressed.ts';
import type { Content } from '../../deps.ts';
import type { Reader } from '../../screens/screen.ts';
import { type ResolvedWords, resolveUnclear, resolveWords } from '../free-text/resolve.ts';

/**
 * Finds the screen for what was said to the bot in a group. A bare call opens the menu. Who called by name may be
 * offered a choice; a mere reply may be thanks, and gets silence, as does whatever is none of ours.
 */
export function resolveAddressed(content: Content, reader: Reader, addressed: Addressed): ResolvedWords | undefined {
	const [likeliest] = wordings(content, addressed);
	if (likeliest === undefined) {
		return addressed.isMention ? { path: '/' } : undefined;
	}
	const known = resolveCalled(content, reader, addressed);
	return known ?? (addressed.isMention ? resolveUnclear(content, reader, likeliest) : undefined);
}

/** The same, but only where it is clear what is meant. */
export function resolveCalled(content: Content, reader: Reader, addressed: Addressed): ResolvedWords | undefined {
	// Whoever calls the bot to somebody's message has judged already that it is a question.
	const place = addressed.question ? 'private' : 'group';
	return wordings(content, addressed)
		.map((text) => resolveWords(content, reader, text, place))
		.find((found) => found !== undefined);
}

/** What may be the question, the likeliest first. A carrier named in the call completes a question without one. */
function wordings({ understand, findCarrier }: Content, { words, question }: Addressed): string[] {
	const asked = question?.text ?? question?.caption ?? '';
	const completes = asked !== '' && findCarrier(words) !== undefined && understand(asked).carrier === undefined;
	return [completes ? `${asked} ${words}` : '', asked, words].filter((text) => text !== '');
}
