import type { StoredMessage } from '../bot-api/world/types.ts';
import { toMessageView } from './message-view.ts';
import type { Room, Stage } from './stage.ts';
import type { MessageView, OlderMessages } from './types.ts';

/** So many messages of a chat are sent at once. */
const PAGE_LENGTH = 200;

type Place = { order: number; id: number };

/**
 * The newest messages of a chat, oldest first.
 * @param problems the red bubbles of all chats, which are no messages of the world
 * @param before the id of the message above which to look; the end of the chat unless told
 */
export function readHistory(
	stage: Stage,
	room: Room,
	{ problems, before }: { problems: readonly MessageView[]; before?: number | undefined },
): OlderMessages {
	const end = before === undefined ? undefined : placeOf(room, before);
	const { messages, ephemeral } = room.state;
	const own = [...messages.values(), ...ephemeral.values()].filter((stored) => stage.roomOf(stored) === room);
	const all = [
		...own.map((stored) => ({ ...place(stored), view: () => toMessageView(stage, stored) })),
		...problems.filter(({ chat }) => chat === room.view.id).map((view) => ({ ...view, view: () => view })),
	];
	const wanted = end ? all.filter((one) => compare(one, end) < 0) : all;
	const newest = wanted.sort(compare).slice(-PAGE_LENGTH);
	return { messages: newest.flatMap(({ view }) => view() ?? []), more: newest.length < wanted.length };
}

function place({ message, order }: StoredMessage): Place {
	return { order, id: message.message_id || (message.ephemeral_message_id ?? 0) };
}

/** The place of a message that is gone is where its id would have put it. */
function placeOf({ state }: Room, id: number): Place {
	const stored = state.messages.get(id) ?? state.ephemeral.get(id);
	return stored ? place(stored) : { order: id, id };
}

function compare(one: Place, other: Place): number {
	return one.order - other.order || one.id - other.id;
}
