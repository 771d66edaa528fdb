import type { Message } from 'grammy/types';
import { type ChatKind, decide } from '../../../understand/decide.ts';
import type { Reading } from '../../../understand/reading.ts';
import type { Addressed } from '../../chat.ts';
import type { Content, Services } from '../../deps.ts';
import { HOME, smallTalkPath } from '../../paths.ts';
import type { Asker } from '../../screens/screen.ts';
import { resolveIfMessage } from '../check/resolve.ts';
import { offerNearest, resolveReading } from '../free-text/resolve.ts';
import type { Resolved } from '../procedure/resolve.ts';

/** A message to the bot in a group, read once. */
export type GroupCall = Pick<Addressed, 'isMention'> & {
	/** The texts that may hold the question, the likeliest first. */
	readings: readonly Reading[];
	/** Whether the bot was called to somebody's words, and not only spoken to. */
	isAboutMessage: boolean;
	/** The message of another member whose question it is. */
	question?: Message;
	/** The words of another about which the caller asks whether they are real. */
	doubted?: string;
};

/**
 * Reads what was said. Who asks a whole question of their own is answered, whatever they replied to; else the bot was
 * called to what stands there. A carrier that is named in the one completes the other.
 */
export function readCall(
	{ interpret, today }: Content & Pick<Services, 'today'>,
	{ locale }: Asker,
	{ words, about, isMention }: Addressed,
): GroupCall {
	const read = (text: string): Reading => interpret(text, { today: today(), locale });
	const own = words === '' ? undefined : read(words);
	if (about === undefined || (own && isQuestion(own))) {
		const readings = [own && withCarrier(own, about && (() => read(about.text).carrier))];
		const isDoubted = about && own?.understood.keywords.doubts;
		return {
			readings: readings.filter(isPresent),
			isMention,
			isAboutMessage: about !== undefined,
			...(isDoubted ? { doubted: about.text } : {}),
		};
	}
	const original = read(about.text);
	const readings = [withCarrier(original, () => own?.carrier), own].filter(isPresent);
	return { readings, isMention, isAboutMessage: true, ...(about.message ? { question: about.message } : {}) };
}

/** Whether words say by themselves what is wanted, and are no mere "can you help?". */
function isQuestion({ identifier, understood }: Reading): boolean {
	const chat = understood.carrier === undefined ? 'group' : 'private';
	return identifier !== undefined || decide(understood, chat).kind === 'answer';
}

/** @param carrier tells one that is named elsewhere; asked only where the text names none */
function withCarrier(reading: Reading, carrier: (() => string | undefined) | undefined): Reading {
	const other = reading.understood.carrier === undefined ? carrier?.() : undefined;
	return other === undefined ? reading : { ...reading, understood: { ...reading.understood, carrier: other } };
}

function isPresent(reading: Reading | undefined): reading is Reading {
	return reading !== undefined;
}

/**
 * Finds the screen for what was said to the bot in a group. A bare call opens the menu. Who called by name may be
 * offered a choice; a mere reply may be thanks, and gets silence, as does whatever is out of scope.
 */
export function resolveCall(content: Content, asker: Asker, call: GroupCall): Resolved | undefined {
	const [likeliest] = call.readings;
	if (isForCallerAlone(call)) {
		const smallTalk = likeliest?.understood.keywords.smallTalk;
		return { path: smallTalk ? smallTalkPath(smallTalk) : HOME };
	}
	if (likeliest === undefined) {
		return undefined;
	}
	return resolveClear(content, asker, call) ?? (call.isMention ? offerNearest(content, asker, likeliest) : undefined);
}

/** A bare call, or a greeting: what follows concerns nobody else. */
export function isForCallerAlone({ readings: [likeliest], isMention, isAboutMessage }: GroupCall): boolean {
	return (
		isMention && !isAboutMessage && (likeliest === undefined || likeliest.understood.keywords.smallTalk !== undefined)
	);
}

/** The same, but only where it is clear what is meant. */
export function resolveClear(content: Content, asker: Asker, call: GroupCall): Resolved | undefined {
	const [first] = call.readings;
	const checked =
		call.doubted && first ? resolveIfMessage(content, asker, { text: call.doubted, today: first.today }) : undefined;
	if (checked) {
		return checked;
	}
	return call.readings
		.map((reading) => resolveReading(content, asker, reading, chatKindOf(call, reading)))
		.find((resolved) => resolved !== undefined);
}

/** Who calls the bot to a message, or by its name about a carrier, has already judged that it is a question. */
function chatKindOf({ isAboutMessage, isMention }: GroupCall, { understood }: Reading): ChatKind {
	return isAboutMessage || (isMention && understood.carrier !== undefined) ? 'private' : 'group';
}
