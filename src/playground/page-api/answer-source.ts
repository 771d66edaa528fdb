import { answerPath, fromPayload, parseAnswerPath, parseFeedbackPath, toPayload } from '../../bot/paths.ts';
import { see } from '../../bot-api-server/people/seen-message.ts';
import type { StoredMessage } from '../../bot-api-server/world/types.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { IN_CARRIER_FILE, isOneOf } from '../../catalogue/vocabulary.ts';
import type { Broadcaster } from './broadcaster.ts';
import type { KnowledgeView } from './protocol.ts';
import type { Scenario } from './scenario.ts';

/**
 * Finds the file of an answer, by the payload of the deep link to it: "check-data_povo" is "carriers/povo/check-data.yaml".
 * @returns a path below knowledge/, or undefined for a screen that is no answer
 */
export type FindKnowledgeFile = (payload: string) => string | undefined;

/** @param readCatalogue gives the present catalogue, which changes with each edit; undefined before the bot runs */
export function createFileFinder(readCatalogue: () => Catalogue | undefined): FindKnowledgeFile {
	return (payload) => {
		const topic = parseAnswerPath(fromPayload(payload));
		const catalogue = readCatalogue();
		if (!topic || !catalogue?.procedure(topic.carrier, topic.procedure)) {
			return undefined;
		}
		const { procedure, carrier } = topic;
		if (catalogue.isShared(carrier, procedure)) {
			return `device/${procedure}.yaml`;
		}
		return `carriers/${carrier}/${isOneOf(IN_CARRIER_FILE, procedure) ? 'carrier' : procedure}.yaml`;
	};
}

/** The file that the newest answer comes from. */
export type AnswerSource = {
	view: () => KnowledgeView | undefined;
	/** Checks whether a message of the bot is an answer. @param askedAt a time of `performance.now()` */
	inspect: (stored: StoredMessage, askedAt: number | undefined) => void;
	/** To be called after the knowledge was read again: redraws the newest answer, or shows the problem. */
	showReload: (problem: string | undefined) => Promise<void>;
};

export function createAnswerSource(
	scenario: Scenario,
	broadcaster: Broadcaster,
	findFile: FindKnowledgeFile = () => undefined,
): AnswerSource {
	let view: KnowledgeView | undefined;
	let newest: { stored: StoredMessage; payload: string } | undefined;
	const show = (next: KnowledgeView): void => {
		view = next;
		broadcaster.emit({ type: 'knowledge', knowledge: next });
	};
	return {
		view: () => view,
		inspect: (stored, askedAt) => {
			for (const payload of payloadsIn(scenario, stored)) {
				const file = findFile(payload);
				if (file !== undefined) {
					newest = { stored, payload };
					const milliseconds = askedAt === undefined ? {} : { milliseconds: Math.round(performance.now() - askedAt) };
					show({ ...view, file, ...milliseconds });
					return;
				}
			}
		},
		showReload: async (problem) => {
			const { problem: _solved, ...kept } = view ?? { file: '' };
			show(problem === undefined ? kept : { ...kept, problem });
			if (problem === undefined && newest) {
				// The answer may have been deleted or edited since, and then stays as it is.
				await redraw(scenario, newest.stored, newest.payload).catch(() => undefined);
			}
		},
	};
}

/** An answer carries a deep link to itself, in a button that copies or opens it, or the way to say what is wrong with it. */
function payloadsIn({ world }: Scenario, stored: StoredMessage): string[] {
	const link = new RegExp(`^https?://t\\.me/${world.bot.username}\\?start=([\\w-]{1,64})$`, 'i');
	const buttons = see(stored).buttons.flat();
	return buttons.flatMap(({ value }) => {
		const topic = parseFeedbackPath(value);
		return link.exec(value)?.[1] ?? (topic ? toPayload(answerPath(topic)) : []);
	});
}

/** Taps the callback data of the answer, as a person who sees it: the bot then edits the message. */
async function redraw(scenario: Scenario, stored: StoredMessage, payload: string): Promise<void> {
	const room = scenario.roomOf(stored);
	const reader = scenario.personIdOf(stored.personId) ?? room?.view.members[0];
	const { message_id, ephemeral_message_id } = stored.message;
	const isThere = room?.state.messages.has(message_id) || room?.state.ephemeral.has(ephemeral_message_id ?? 0);
	if (room && reader !== undefined && isThere) {
		await room.actor(reader).tapsData(fromPayload(payload), see(stored));
	}
}
