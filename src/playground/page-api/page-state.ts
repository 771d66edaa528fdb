import type { StoredMessage } from '../../bot-api-server/world/types.ts';
import type { Activity } from './activity.ts';
import { readCommands } from './command-menus.ts';
import { toMessageView } from './message-view.ts';
import type { MessageView, OlderMessages, PlaygroundState } from './protocol.ts';
import { type ChatRoom, type Scenario, storedIn } from './scenario.ts';

/** So many messages of a chat are sent at once. */
const PAGE_LENGTH = 200;

/** The position of a message in its chat. */
type Position = { order: number; id: number };

/** The state that a page starts with: chats, their newest messages, and what happened lately. */
export function readState(
	scenario: Scenario,
	activity: Activity,
	{ clock, knowledge }: Pick<PlaygroundState, 'clock'> & { knowledge: PlaygroundState['knowledge'] },
): PlaygroundState {
	const refused = activity.refused.list();
	const chats = scenario.rooms.map((room) => ({ view: room.view, ...readHistory(scenario, room, { refused }) }));
	return {
		bot: scenario.world.bot.username,
		people: [...scenario.people],
		chats: chats.map(({ view }) => view),
		messages: chats.flatMap(({ messages }) => messages),
		more: chats.flatMap(({ view, more }) => (more ? [view.id] : [])),
		toasts: [],
		calls: activity.calls.list(),
		updates: activity.updates.list(),
		typing: activity.typing.list(),
		clock,
		commands: readCommands(scenario),
		...(knowledge ? { knowledge } : {}),
	};
}

/**
 * The newest messages of a chat, oldest first.
 * @param refused the red bubbles of all chats, which the server does not store as messages
 * @param before the id of the message to end before; the end of the chat unless given
 */
export function readHistory(
	scenario: Scenario,
	room: ChatRoom,
	{ refused, before }: { refused: readonly MessageView[]; before?: number | undefined },
): OlderMessages {
	const end = before === undefined ? undefined : positionOfId(room, before);
	const { messages, ephemeral } = room.state;
	const stored = [...messages.values(), ...ephemeral.values()].filter((message) => scenario.roomOf(message) === room);
	const all = [
		...stored.map((message) => ({ ...positionOf(message), view: () => toMessageView(scenario, message) })),
		...refused.filter(({ chat }) => chat === room.view.id).map((view) => ({ ...view, view: () => view })),
	];
	const wanted = end ? all.filter((position) => compare(position, end) < 0) : all;
	const newest = wanted.sort(compare).slice(-PAGE_LENGTH);
	return { messages: newest.flatMap(({ view }) => view() ?? []), more: newest.length < wanted.length };
}

function positionOf({ message, order }: StoredMessage): Position {
	return { order, id: message.message_id || (message.ephemeral_message_id ?? 0) };
}

/** A message that was deleted meanwhile counts as where its id would have put it. */
function positionOfId(room: ChatRoom, id: number): Position {
	const stored = storedIn(room, id);
	return stored ? positionOf(stored) : { order: id, id };
}

function compare(one: Position, other: Position): number {
	return one.order - other.order || one.id - other.id;
}
