import type { StoredMessage } from '../bot-api/world/types.ts';
import { see } from '../people/seen-message.ts';
import type { Hub } from './hub.ts';
import type { Stage } from './stage.ts';
import type { KnowledgeView } from './types.ts';

/** The file below knowledge/ for the payload of a deep link to an answer; undefined for any other screen. */
export type Explain = (payload: string) => string | undefined;

/** Which file the newest answer came from. */
export type AnswerSource = {
	view: () => KnowledgeView | undefined;
	/** Looks whether a message of the bot is an answer. @param since when it was asked for, by `performance.now()` */
	look: (stored: StoredMessage, since: number | undefined) => void;
	/** The knowledge was read again: as the answer is now, or with a problem, which is shown. */
	reread: (problem: string | undefined) => Promise<void>;
};

export function createAnswerSource(stage: Stage, hub: Hub, explain: Explain = () => undefined): AnswerSource {
	let view: KnowledgeView | undefined;
	let newest: { stored: StoredMessage; payload: string } | undefined;
	const show = (next: KnowledgeView): void => {
		view = next;
		hub.emit({ type: 'knowledge', knowledge: next });
	};
	return {
		view: () => view,
		look: (stored, since) => {
			for (const payload of payloadsIn(stage, stored)) {
				const file = explain(payload);
				if (file !== undefined) {
					newest = { stored, payload };
					const milliseconds = since === undefined ? {} : { milliseconds: Math.round(performance.now() - since) };
					show({ ...view, file, ...milliseconds });
					return;
				}
			}
		},
		reread: async (problem) => {
			const { problem: _solved, ...kept } = view ?? { file: '' };
			show(problem === undefined ? kept : { ...kept, problem });
			if (problem === undefined && newest) {
				// A message that cannot be drawn anew any more is left as it is.
				await redraw(stage, newest.stored, newest.payload).catch(() => undefined);
			}
		},
	};
}

/** An answer carries the link to itself, to be copied or opened in private. */
function payloadsIn({ world }: Stage, stored: StoredMessage): string[] {
	const link = new RegExp(`^https?://t\\.me/${world.bot.username}\\?start=([\\w-]{1,64})$`, 'i');
	const links = see(stored).buttons.flat();
	return links.flatMap(({ value }) => link.exec(value)?.[1] ?? []);
}

/** Whoever sees the answer taps its own path, which draws it anew in its place. */
async function redraw(stage: Stage, stored: StoredMessage, payload: string): Promise<void> {
	const room = stage.roomOf(stored);
	const reader = stage.idOf(stored.personId) ?? room?.view.members[0];
	const { message_id, ephemeral_message_id } = stored.message;
	const isThere = room?.state.messages.has(message_id) || room?.state.ephemeral.has(ephemeral_message_id ?? 0);
	if (room && reader !== undefined && isThere) {
		await room.actor(reader).tapsData(`/${payload.replaceAll('_', '/')}/`, see(stored));
	}
}
