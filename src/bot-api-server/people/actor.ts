import type { InlineQueryResult, Message, User } from 'grammy/types';
import type { PendingQuery, Upload } from '../world/types.ts';
import type { World } from '../world/world.ts';
import type { ScreenButton } from './buttons.ts';
import { sendCallbackQuery } from './callback-query.ts';
import { type ChatPlace, visibleMessages } from './place.ts';
import { type InlineAnswer, sendInlineQuery, sendInlineResult } from './queries.ts';
import { findButton, type SeenMessage } from './seen-message.ts';
import { editMessage, type SendAs, type Writer, writeMessage } from './writing.ts';

/** What a tap can do on the person's device, without the bot. */
export type Device = { open(url: string): Promise<void>; copy(text: string): void };

/** "Fake sender users" that the Bot API names for anonymous administrators and for channels (Message.from). */
const GROUP_ANONYMOUS_BOT: User = {
	id: 1_087_968_824,
	is_bot: true,
	first_name: 'Group',
	username: 'GroupAnonymousBot',
};
const CHANNEL_BOT: User = { id: 136_817_688, is_bot: true, first_name: 'Channel', username: 'Channel_Bot' };

/** A person in one chat or topic. Every action resolves when the bot has confirmed its update. */
export class Actor {
	/** The answer to the last inline query, with its button and cache settings. */
	inlineAnswer: InlineAnswer | undefined;
	readonly #writer: Writer;
	readonly #device: Device;
	#query: PendingQuery | undefined;

	constructor(world: World, user: User, place: ChatPlace, device: Device, sendAs?: SendAs) {
		this.#writer = { world, user, place, ...(sendAs ? { sendAs } : {}) };
		this.#device = device;
	}

	/** The same person as an administrator who writes in the name of the group. */
	anonymously(): Actor {
		const { world, user, place } = this.#writer;
		return new Actor(world, user, place, this.#device, { from: GROUP_ANONYMOUS_BOT, sender_chat: place.chat().chat });
	}

	/** The same person, writing as a channel. */
	asChannel(title: string): Actor {
		const { world, user, place } = this.#writer;
		const channel = { id: -1_003_000_000_000 - user.id, type: 'channel', title } as const;
		return new Actor(world, user, place, this.#device, { from: CHANNEL_BOT, sender_chat: channel });
	}

	/** All messages visible to the person here, oldest first. */
	get messages(): SeenMessage[] {
		return visibleMessages(this.#writer.place, this.#writer.user.id);
	}

	/** The newest message of the bot. */
	get screen(): SeenMessage {
		const newest = this.messages.findLast(({ fromBot }) => fromBot);
		if (!newest) {
			throw new Error(`${this.#writer.user.first_name} sees no message of the bot here.`);
		}
		return newest;
	}

	async sends(text: string): Promise<void> {
		await writeMessage(this.#writer, { text });
	}

	/** Sends what a message of the Bot API can carry beside a text: a photo with a caption, a poll, a sticker. */
	async posts(content: Partial<Message>, { to, file }: { to?: SeenMessage; file?: Upload } = {}): Promise<void> {
		await writeMessage(this.#writer, content, { to: to?.stored, file });
	}

	/** Sends photos as one album, each with its caption or none. */
	async sendsAlbum(captions: readonly (string | undefined)[]): Promise<void> {
		const media_group_id = `${this.#writer.world.next()}`;
		await Promise.all(captions.map((caption) => this.posts({ ...photo(caption), media_group_id })));
	}

	/** Replies to a part of a message; without the message, to one of another chat. */
	async quotes(quote: string, text: string, message?: SeenMessage): Promise<void> {
		await writeMessage(this.#writer, { text }, { to: message?.stored, quote });
	}

	async replies(message: SeenMessage, text: string): Promise<void> {
		await writeMessage(this.#writer, { text }, { to: message.stored });
	}

	async edits(message: SeenMessage, text: string): Promise<void> {
		await editMessage(this.#writer, message.stored, text);
	}

	/** Taps a button by its label, on the newest message with buttons or on the one given. */
	async taps(label: string, message?: SeenMessage): Promise<void> {
		const target = message ?? this.#newestWithButtons();
		await this.#press(findButton(target, label), target);
	}

	/** Sends callback data whether or not a button carries it, as a forged client can. */
	async tapsData(data: string, message?: SeenMessage): Promise<void> {
		await sendCallbackQuery(this.#writer, (message ?? this.screen).stored, data);
	}

	/** Types an inline query and returns the results. */
	async types(query: string, offset = ''): Promise<InlineQueryResult[]> {
		this.#query = await sendInlineQuery(this.#writer, query, offset);
		this.inlineAnswer = this.#query.answer as InlineAnswer;
		return this.inlineAnswer.results.map(({ result }) => result);
	}

	/** Sends one of the results of the last `types` into this place. */
	async chooses(result: InlineQueryResult): Promise<void> {
		if (!this.#query) {
			throw new Error('Nothing to sendInlineResult from: call types() first.');
		}
		await sendInlineResult(this.#writer, this.#query, result);
	}

	#newestWithButtons(): SeenMessage {
		const found = this.messages.findLast(({ buttons, fromBot }) => fromBot && buttons.length > 0);
		return found ?? this.screen;
	}

	async #press(button: ScreenButton, message: SeenMessage): Promise<void> {
		switch (button.kind) {
			case 'callback':
				return await sendCallbackQuery(this.#writer, message.stored, button.value);
			case 'url':
				return await this.#device.open(button.value);
			case 'copy':
				return this.#device.copy(button.value);
			case 'inline-here':
				await this.types(button.value);
				return;
			default:
				return;
		}
	}
}

/** A photo as a message carries it. */
export function photo(caption?: string): Partial<Message> {
	const file = { file_id: 'photo', file_unique_id: 'photo', width: 90, height: 90 };
	return { photo: [file], ...(caption === undefined ? {} : { caption }) };
}
