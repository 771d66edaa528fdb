import type { Reading } from '../../../understand/reading.ts';
import type { Addressed } from '../../chat.ts';
import type { Content, Services } from '../../deps.ts';
import { HOME } from '../../paths.ts';
import type { Asker } from '../../screens/screen.ts';
import { offerNearest, type Resolved, resolveReading } from '../free-text/resolve.ts';

/** A message to the bot in a group, read once. */
export type GroupCall = Omit<Addressed, 'words' | 'question'> & {
	/** The texts that may hold the question, the likeliest first. */
	readings: readonly Reading[];
	/** Whether the bot was called to somebody's message, and not only spoken to. */
	isAboutMessage: boolean;
};

/** Reads what was said. A carrier named in the call completes a question without one. */
export function readCall(
	{ interpret, today }: Content & Pick<Services, 'today'>,
	{ locale }: Asker,
	{ words, question, isMention }: Addressed,
): GroupCall {
	const read = (text: string): Reading => interpret(text, { today: today(), locale });
	const asked = question?.text ?? question?.caption ?? '';
	const original = asked === '' ? undefined : read(asked);
	const call = words === '' ? undefined : read(words);
	const isCompleted =
		original !== undefined && original.understood.carrier === undefined && call?.carrier !== undefined;
	const completed = isCompleted ? read(`${asked} ${words}`) : undefined;
	const readings = [completed, original, call].filter((reading) => reading !== undefined);
	return { readings, isMention, isAboutMessage: question !== undefined };
}

/**
 * Finds the screen for what was said to the bot in a group. A bare call opens the menu. Who called by name may be
 * offered a choice; a mere reply may be thanks, and gets silence, as does whatever is out of scope.
 */
export function resolveCall(content: Content, asker: Asker, call: GroupCall): Resolved | undefined {
	const [likeliest] = call.readings;
	if (likeliest === undefined) {
		return call.isMention ? { path: HOME } : undefined;
	}
	return resolveClear(content, asker, call) ?? (call.isMention ? offerNearest(content, asker, likeliest) : undefined);
}

/** The same, but only where it is clear what is meant. */
export function resolveClear(content: Content, asker: Asker, call: GroupCall): Resolved | undefined {
	// A member who calls the bot to a message has already judged that it is a question.
	const chat = call.isAboutMessage ? 'private' : 'group';
	return call.readings
		.map((reading) => resolveReading(content, asker, reading, chat))
		.find((resolved) => resolved !== undefined);
}
