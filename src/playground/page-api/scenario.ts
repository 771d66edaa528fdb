import type { ServerState } from '../../bot-api-server/dispatch.ts';
import type { Actor } from '../../bot-api-server/people/actor.ts';
import { createGroup, type ForumTopic, type Group } from '../../bot-api-server/people/group.ts';
import { createPerson, type Person } from '../../bot-api-server/people/person.ts';
import type { ChatState, StoredMessage } from '../../bot-api-server/world/types.ts';
import type { World } from '../../bot-api-server/world/world.ts';
import type { ChatId, ChatView, PersonView } from './protocol.ts';

/** One person for each language of the interface. */
const PEOPLE = [
	{ id: 'alice', name: 'Alice', language: 'en' },
	{ id: 'aoi', name: '葵 Aoi', language: 'ja' },
	{ id: 'chen', name: '小陈 Chen', language: 'zh-hans' },
	{ id: 'mei', name: '美玲 Mei', language: 'zh-hant' },
	{ id: 'minh', name: 'Minh', language: 'vi' },
	{ id: 'jiu', name: '지우 Jiu', language: 'ko' },
] as const satisfies readonly PersonView[];

type PersonId = (typeof PEOPLE)[number]['id'];
type Groups = readonly {
	name: string;
	title: string;
	members: readonly PersonId[];
	topic?: string;
	/** The bot is no member, and is called by a mention (guest mode). */
	guest?: true;
}[];

const GROUPS: Groups = [
	{ name: 'osaka', title: 'Osaka SIM talk', members: ['alice', 'aoi', 'chen', 'minh'] },
	{ name: 'forum', title: 'Life in Japan', members: ['mei', 'alice', 'aoi', 'chen', 'jiu'], topic: 'SIM cards' },
	{ name: 'elsewhere', title: 'Hiking on Sunday', members: ['alice', 'mei'], guest: true },
];

/** A chat on the page: a chat of the server, or one topic of it. */
export type ChatRoom = {
	readonly view: ChatView;
	readonly state: ChatState;
	readonly threadId: number | undefined;
	readonly group?: Group;
	/** A member who acts in this chat. @throws Error for anybody else */
	actor: (personId: string) => Actor;
};

type FoundMessage = { room: ChatRoom; stored: StoredMessage };

/** The people and chats of the playground. */
export type Scenario = {
	readonly world: World;
	readonly people: readonly PersonView[];
	readonly rooms: readonly ChatRoom[];
	/** @throws Error for an unknown id */
	person: (id: string) => Person;
	/** The id on the page of a user; undefined for the bot and for users that are not on the page. */
	personIdOf: (userId: number | undefined) => string | undefined;
	/** @throws Error for an unknown id */
	room: (id: ChatId) => ChatRoom;
	/** The chat of a message; undefined for a chat that is not on the page. */
	roomOf: (stored: StoredMessage) => ChatRoom | undefined;
	roomAt: (chatId: number, threadId: number | undefined) => ChatRoom | undefined;
	/** A message of any chat, ephemeral ones included. */
	findMessage: (id: number) => FoundMessage | undefined;
};

/** Creates the people and chats on the server. */
export function createScenario({ world }: Pick<ServerState, 'world'>): Scenario {
	const people = new Map<string, Person>(PEOPLE.map(({ id, ...options }) => [id, createPerson(world, options)]));
	const person = (id: string): Person => orThrow(people.get(id), `There is nobody called "${id}" here.`);
	const ids = new Map([...people].map(([id, { user }]) => [user.id, id]));
	const rooms = [
		...PEOPLE.map(({ id, name }) => privateRoom(world, { id, name }, person(id))),
		...GROUPS.flatMap((group) => groupRooms(world, group, person)),
	];
	const byId = new Map(rooms.map((room) => [room.view.id, room]));
	const roomAt = (chatId: number, threadId: number | undefined): ChatRoom | undefined =>
		rooms.find(({ state, threadId: own }) => state.chat.id === chatId && own === threadId);
	const roomOf: Scenario['roomOf'] = ({ message }) =>
		roomAt(message.chat.id, message.is_topic_message ? message.message_thread_id : undefined);
	return {
		world,
		people: PEOPLE,
		rooms,
		person,
		personIdOf: (userId) => ids.get(userId ?? 0),
		room: (id) => orThrow(byId.get(id), `There is no chat "${id}" here.`),
		roomOf,
		roomAt,
		findMessage: (id) => {
			const stored = rooms.map((room) => storedIn(room, id)).find((found) => found !== undefined);
			const room = stored && roomOf(stored);
			return room ? { room, stored } : undefined;
		},
	};
}

/** The message with this id in the chat of the server that the room belongs to. */
export function storedIn({ state }: ChatRoom, id: number): StoredMessage | undefined {
	return state.messages.get(id) ?? state.ephemeral.get(id);
}

function privateRoom(world: World, { id, name }: { id: string; name: string }, person: Person): ChatRoom {
	const view: ChatView = { id: `private:${id}`, title: name, kind: 'private', members: [id] };
	const state = orThrow(world.chats.get(person.id), `${name} has no private chat.`);
	// The bot may remember this person from an earlier run, and write first: a reminder, for example.
	state.isStarted = true;
	world.met.add(person.id);
	return { view, state, threadId: undefined, actor: (personId) => asMember(view, personId, () => person) };
}

function groupRooms(
	world: World,
	{ name, title, members, topic, guest }: Groups[number],
	person: (id: string) => Person,
): ChatRoom[] {
	const group = createGroup(world, {
		title,
		members: members.map(person),
		...(topic === undefined ? { type: 'supergroup' } : { forum: true }),
		...(guest ? {} : { bot: 'member' }),
	});
	const kind = guest ? 'guest' : 'group';
	const whole: ChatView = { id: `group:${name}`, title, kind, members: [...members] };
	const opened = topic === undefined ? undefined : group.topic(topic);
	return [
		groupRoom(group, whole, person),
		...(opened
			? [
					groupRoom(
						group,
						{ ...whole, id: `${whole.id}/topic:${opened.id}`, title: `${title} › ${opened.name}`, kind: 'topic' },
						person,
						opened,
					),
				]
			: []),
	];
}

function groupRoom(group: Group, view: ChatView, person: (id: string) => Person, topic?: ForumTopic): ChatRoom {
	// Kept, since an actor remembers the results of its inline query.
	const actors = new Map(view.members.map((id) => [id, person(id).in(group, topic)]));
	return {
		view,
		state: group.state,
		threadId: topic?.id,
		group,
		actor: (personId) => asMember(view, personId, () => actors.get(personId)),
	};
}

function asMember(view: ChatView, personId: string, find: () => Actor | undefined): Actor {
	const found = view.members.includes(personId) ? find() : undefined;
	return orThrow(found, `"${personId}" is not in the chat "${view.title}".`);
}

function orThrow<T>(value: T | undefined, problem: string): T {
	if (value === undefined) {
		throw new Error(problem);
	}
	return value;
}
