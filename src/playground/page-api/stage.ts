import type { Backstage } from '../bot-api/dispatch.ts';
import type { ChatState, StoredMessage } from '../bot-api/world/types.ts';
import type { World } from '../bot-api/world/world.ts';
import type { Actor } from '../people/actor.ts';
import { createGroup, type Group, type Topic } from '../people/group.ts';
import { createPerson, type Person } from '../people/person.ts';
import type { ChatId, ChatView, PersonView } from './types.ts';

/** Who uses the playground: somebody for each language of the interface. */
const CAST = [
	{ id: 'alice', name: 'Alice', language: 'en' },
	{ id: 'aoi', name: '葵 Aoi', language: 'ja' },
	{ id: 'chen', name: '小陈 Chen', language: 'zh-hans' },
	{ id: 'mei', name: '美玲 Mei', language: 'zh-hant' },
] as const satisfies readonly PersonView[];

type CastId = (typeof CAST)[number]['id'];
type Groups = readonly {
	name: string;
	title: string;
	members: readonly CastId[];
	topic?: string;
	/** The bot is not in it, and is called by its name. */
	guest?: true;
}[];

const GROUPS: Groups = [
	{ name: 'osaka', title: 'Osaka SIM talk', members: ['alice', 'aoi', 'chen'] },
	{ name: 'forum', title: 'Life in Japan', members: ['mei', 'alice', 'aoi', 'chen'], topic: 'SIM cards' },
	{ name: 'elsewhere', title: 'Hiking on Sunday', members: ['alice', 'mei'], guest: true },
];

/** A chat of the page: one of the world, or one topic of it. */
export type Room = {
	readonly view: ChatView;
	readonly state: ChatState;
	readonly threadId: number | undefined;
	readonly group?: Group;
	/** One of its members, acting in it. @throws Error for anybody else */
	actor: (personId: string) => Actor;
};

export type Stage = {
	readonly world: World;
	readonly people: readonly PersonView[];
	readonly rooms: readonly Room[];
	person: (id: string) => Person;
	/** The name on the page for a user of the world; undefined for the bot and for who came from elsewhere. */
	idOf: (userId: number | undefined) => string | undefined;
	room: (id: ChatId) => Room;
	/** The room that a message is in; undefined for one of somebody who is not on the page. */
	roomOf: (stored: StoredMessage) => Room | undefined;
	roomAt: (chatId: number, threadId: number | undefined) => Room | undefined;
};

/** Puts people and chats into the world. */
export function createStage({ world }: Pick<Backstage, 'world'>): Stage {
	const people = new Map<string, Person>(CAST.map(({ id, ...options }) => [id, createPerson(world, options)]));
	const person = (id: string): Person => known(people.get(id), `There is nobody called "${id}" here.`);
	const ids = new Map([...people].map(([id, { user }]) => [user.id, id]));
	const rooms = [
		...CAST.map(({ id, name }) => privateRoom(world, { id, name }, person(id))),
		...GROUPS.flatMap((group) => groupRooms(world, group, person)),
	];
	const byId = new Map(rooms.map((room) => [room.view.id, room]));
	const roomAt = (chatId: number, threadId: number | undefined): Room | undefined =>
		rooms.find(({ state, threadId: own }) => state.chat.id === chatId && own === threadId);
	return {
		world,
		people: CAST,
		rooms,
		person,
		idOf: (userId) => ids.get(userId ?? 0),
		room: (id) => known(byId.get(id), `There is no chat "${id}" here.`),
		roomOf: ({ message }) => roomAt(message.chat.id, message.is_topic_message ? message.message_thread_id : undefined),
		roomAt,
	};
}

function privateRoom(world: World, { id, name }: { id: string; name: string }, person: Person): Room {
	const view: ChatView = { id: `private:${id}`, title: name, kind: 'private', members: [id] };
	const state = known(world.chats.get(person.id), `${name} has no private chat.`);
	// They may have written before this server was started: the bot remembers them, and what they wait for may come.
	state.isStarted = true;
	world.met.add(person.id);
	return { view, state, threadId: undefined, actor: (personId) => asMember(view, personId, () => person) };
}

function groupRooms(
	world: World,
	{ name, title, members, topic, guest }: Groups[number],
	person: (id: string) => Person,
): Room[] {
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

function groupRoom(group: Group, view: ChatView, person: (id: string) => Person, topic?: Topic): Room {
	// One actor for each, since it remembers the results of an inline query.
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
	return known(found, `"${personId}" is not in the chat "${view.title}".`);
}

function known<T>(value: T | undefined, problem: string): T {
	if (value === undefined) {
		throw new Error(problem);
	}
	return value;
}
