import type { Message, User } from 'grammy/types';
import { compact } from '../json.ts';
import { addChat, botUser, isPresent, memberUpdate, setMember } from '../world/chats.ts';
import { postMessage } from '../world/messages.ts';
import { botReceives } from '../world/privacy.ts';
import type { ChatState, MemberStatus } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { linkChannel } from './channel.ts';
import { deliverUpdate } from './deliver-update.ts';
import type { SeenMessage } from './seen-message.ts';

/** Whoever has a user: a Person. */
type Participant = { readonly user: User };

export type GroupOptions = {
	title: string;
	/** The first is the owner. */
	members: readonly Participant[];
	/** Makes it a supergroup with topics. */
	forum?: boolean;
	/** A basic group unless it is a forum; only a basic one can migrate. */
	type?: 'group' | 'supergroup';
	username?: string;
	/** Puts the bot in from the start, without the updates of `addsBot`. */
	bot?: 'member' | 'administrator';
};
export type ForumTopic = { readonly id: number; readonly name: string };

/** A group of people, with or without the bot. */
export class Group {
	readonly #world: World;
	readonly #owner: User;
	#state: ChatState;

	constructor(world: World, state: ChatState, owner: User) {
		this.#world = world;
		this.#state = state;
		this.#owner = owner;
	}

	get state(): ChatState {
		return this.#state;
	}

	/** Changes when the group migrates. */
	get id(): number {
		return this.#state.chat.id;
	}

	/** Opens a topic of a forum; the bot is not told. */
	topic(name: string): ForumTopic {
		if (!this.#state.chat.is_forum) {
			throw new Error(`"${this.#state.chat.title}" has no topics. Create it with forum: true.`);
		}
		const forum_topic_created = { name, icon_color: 7_322_096 };
		const { message } = postMessage(this.#world, this.#state, { from: this.#owner, content: { forum_topic_created } });
		const id = message.message_id;
		this.#state.topics.set(id, name);
		return { id, name };
	}

	/** From now on only administrators may write there. */
	closes(topic: ForumTopic): void {
		this.#state.closedTopics.add(topic.id);
	}

	/** Makes it the discussion group of a channel, whose posts appear in it by themselves. */
	linksChannel(title: string): { posts(text: string): SeenMessage } {
		return linkChannel(this.#world, this.#state, title);
	}

	async addsBot(by?: Participant): Promise<void> {
		await this.#changeBot('member', by?.user);
		await this.#announce({ new_chat_members: [botUser(this.#world.bot)] }, by?.user);
	}

	/** Makes the bot, or a person, an administrator. */
	async promote(who?: Participant): Promise<void> {
		await (who ? this.#setPerson(who.user, 'administrator') : this.#changeBot('administrator'));
	}

	async demote(who?: Participant): Promise<void> {
		await (who ? this.#setPerson(who.user, 'member') : this.#changeBot('member'));
	}

	async kickBot(by?: Participant): Promise<void> {
		await this.#changeBot('kicked', by?.user);
	}

	/** Takes from the bot the right to write. */
	async muteBot(): Promise<void> {
		await this.#changeBot('restricted');
	}

	/** Forbids writing to all but administrators. */
	closeForMembers(): void {
		this.#state.membersMaySend = false;
	}

	async adds(who: Participant): Promise<void> {
		await this.#setPerson(who.user, 'member');
		await this.#announce({ new_chat_members: [who.user] }, who.user);
	}

	async removes(who: Participant): Promise<void> {
		await this.#setPerson(who.user, 'left');
		await this.#announce({ left_chat_member: who.user }, who.user);
	}

	/** Another bot joins, and may post: what it does decides who gets bare commands. */
	otherBot(username: string): { posts(text: string): void } {
		const user: User = { id: 900_000_000 + this.#world.next(), is_bot: true, first_name: username, username };
		setMember(this.#state, user, 'member');
		return { posts: (text) => void postMessage(this.#world, this.#state, { from: user, content: { text } }) };
	}

	/** Turns a basic group into a supergroup with a new id; the old id answers with `migrate_to_chat_id`. */
	async migrate(): Promise<void> {
		const old = this.#state;
		this.#state = supergroupFrom(this.#world, old);
		const to = this.#announceIn(old, { migrate_to_chat_id: this.id }, this.#owner);
		old.migratedTo = this.id;
		await Promise.all([to, this.#announce({ migrate_from_chat_id: old.chat.id })]);
	}

	async #announce(content: Partial<Message>, by = this.#owner): Promise<void> {
		await this.#announceIn(this.#state, content, by);
	}

	async #announceIn(chat: ChatState, content: Partial<Message>, by: User): Promise<void> {
		const { message } = postMessage(this.#world, chat, { from: by, content });
		if (botReceives(this.#world, chat, message)) {
			await deliverUpdate(this.#world, { message: message as never }, `A service message in "${chat.chat.title}"`);
		}
	}

	async #changeBot(status: MemberStatus, by = this.#owner): Promise<void> {
		const bot = botUser(this.#world.bot);
		const before = this.#state.members.get(bot.id) ?? { user: bot, status: 'left', canSend: false };
		const after = setMember(this.#state, bot, status, status !== 'restricted' && status !== 'kicked');
		await deliverUpdate(
			this.#world,
			{ my_chat_member: memberUpdate(this.#world, this.#state, { from: by, before, after }) },
			`The bot's new status ${status}`,
		);
	}

	async #setPerson(user: User, status: MemberStatus): Promise<void> {
		const before = this.#state.members.get(user.id) ?? { user, status: 'left', canSend: false };
		const after = setMember(this.#state, user, status);
		const bot = this.#state.members.get(this.#world.bot.id);
		// "The bot must be an administrator in the chat" (Update.chat_member).
		if (isPresent(bot) && bot.status === 'administrator') {
			const change = memberUpdate(this.#world, this.#state, { from: this.#owner, before, after });
			await deliverUpdate(this.#world, { chat_member: change }, `${user.first_name}'s new status ${status}`);
		}
	}
}

export function createGroup(world: World, options: GroupOptions): Group {
	const [owner, ...others] = options.members;
	if (!owner) {
		throw new Error(`The group "${options.title}" needs at least one member: its owner.`);
	}
	const state = addChat(world, describe(world, options));
	setMember(state, owner.user, 'creator');
	for (const member of others) {
		setMember(state, member.user, 'member');
	}
	if (options.bot) {
		setMember(state, botUser(world.bot), options.bot);
	}
	return new Group(world, state, owner.user);
}

function describe(world: World, { title, forum, type, username }: GroupOptions): ChatState['chat'] {
	const id = world.next();
	if (!forum && type !== 'supergroup') {
		return { id: -4_000_000_000 - id, type: 'group', title };
	}
	return {
		id: -1_002_000_000_000 - id,
		type: 'supergroup',
		title,
		...compact({ is_forum: forum ? (true as const) : undefined, username }),
	};
}

/** The supergroup a basic group turns into: a new id, the same members, no old messages. */
function supergroupFrom(world: World, old: ChatState): ChatState {
	if (old.chat.type !== 'group') {
		throw new Error(`Only a basic group migrates, "${old.chat.title}" is a ${old.chat.type}.`);
	}
	const id = -1_002_000_000_000 - world.next();
	const state = addChat(world, { id, type: 'supergroup', title: old.chat.title });
	for (const [userId, member] of old.members) {
		state.members.set(userId, member);
	}
	state.membersMaySend = old.membersMaySend;
	return state;
}
