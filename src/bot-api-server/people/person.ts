import type { User } from 'grammy/types';
import { compact } from '../json.ts';
import { addChat, botUser, memberUpdate } from '../world/chats.ts';
import type { CallbackAnswer, ChatState, MemberStatus } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { Actor, type Device } from './actor.ts';
import { deliverUpdate } from './deliver-update.ts';
import type { ForumTopic, Group } from './group.ts';
import { sendGuestQuery } from './queries.ts';
import type { SeenMessage } from './seen-message.ts';

export type PersonOptions = { name: string; language?: string; username?: string; id?: number };

/** A person, acting in the private chat with the bot unless `in` says otherwise. */
export class Person extends Actor {
	readonly user: User;
	/** Toasts and alerts that the bot answered taps with. */
	readonly toasts: CallbackAnswer[] = [];
	/** Links opened by tapping. */
	readonly opened: string[] = [];
	/** The text a copy button put into the clipboard last. */
	clipboard = '';
	readonly #world: World;
	readonly #chat: ChatState;
	readonly #device: Device;

	constructor(world: World, user: User, chat: ChatState) {
		const device: Device = { open: (url) => this.opens(url), copy: (text) => this.#copy(text) };
		super(world, user, { chat: () => chat, threadId: undefined }, device);
		this.user = user;
		this.#world = world;
		this.#chat = chat;
		this.#device = device;
		world.onChange((change) => {
			if (change.type === 'toast' && change.personId === user.id) {
				this.toasts.push(change.toast);
			}
		});
	}

	get id(): number {
		return this.user.id;
	}

	/** The same person in a group, or in one topic of it. */
	in(group: Group, topic?: ForumTopic): Actor {
		return new Actor(this.#world, this.user, { chat: () => group.state, threadId: topic?.id }, this.#device);
	}

	/** Calls the bot in a group it is not in. */
	async asksGuest(group: Group, text: string, replyTo?: SeenMessage): Promise<void> {
		const place = { chat: () => group.state, threadId: undefined };
		await sendGuestQuery({ world: this.#world, user: this.user, place }, text, replyTo?.stored);
	}

	/** Opens a link; a deep link to the bot presses Start with its payload. */
	async opens(url: string): Promise<void> {
		this.opened.push(url);
		const prefix = new RegExp(`^(https?://)?t\\.me/${this.#world.bot.username}(\\?start=([\\w-]{1,64}))?$`, 'i');
		const found = prefix.exec(url);
		if (found) {
			await this.sends(found[3] === undefined ? '/start' : `/start ${found[3]}`);
		}
	}

	async blocks(): Promise<void> {
		this.#chat.isBlocked = true;
		await this.#reportBlock('member', 'kicked');
	}

	async unblocks(): Promise<void> {
		this.#chat.isBlocked = false;
		await this.#reportBlock('kicked', 'member');
	}

	/** Deletes the account; the bot is not told. */
	deactivates(): void {
		this.#chat.isDeactivated = true;
	}

	#copy(text: string): void {
		this.clipboard = text;
	}

	async #reportBlock(before: MemberStatus, after: MemberStatus): Promise<void> {
		const user = botUser(this.#world.bot);
		const change = memberUpdate(this.#world, this.#chat, {
			from: this.user,
			before: { user, status: before, canSend: true },
			after: { user, status: after, canSend: true },
		});
		await deliverUpdate(
			this.#world,
			{ my_chat_member: change },
			`${this.user.first_name}'s ${after === 'kicked' ? 'block' : 'unblock'}`,
		);
	}
}

/** Ids of real people are positive; these start high enough not to look like message ids. */
const FIRST_PERSON_ID = 5_000_000_000;

export function createPerson(world: World, { name, language, username, id }: PersonOptions): Person {
	const userId = id ?? FIRST_PERSON_ID + world.people.size + 1;
	const user: User = { id: userId, is_bot: false, first_name: name, ...compact({ username, language_code: language }) };
	world.people.set(userId, user);
	const chat = addChat(world, { id: userId, type: 'private', first_name: name, ...compact({ username }) });
	return new Person(world, user, chat);
}
