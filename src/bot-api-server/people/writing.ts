import type { Chat, Message, User } from 'grammy/types';
import { findEntities } from '../entities/find-entities.ts';
import { postMessage } from '../world/messages.ts';
import { botReceives } from '../world/privacy.ts';
import { commandsSeen } from '../world/profile.ts';
import type { ChatState, StoredMessage, Upload } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { deliverUpdate } from './deliver-update.ts';
import { type ChatPlace, checkPlace, newestMessage } from './place.ts';

/** `sendAs` is the sender that others see, where it is not the person: an anonymous administrator or a channel. */
export type Writer = { world: World; user: User; place: ChatPlace; sendAs?: SendAs };
export type SendAs = { from: User; sender_chat: Chat };

/** What is replied to: a message of this chat, perhaps a part of it, or a part of one from another chat. */
type Reply = { to?: StoredMessage | undefined; quote?: string };

/** `file` holds the bytes of the photo or document in the message. */
type WriteOptions = Reply & { file?: Upload | undefined };

/**
 * Sends something: a text, or whatever else a message of the Bot API can carry. Text and caption get the entities that
 * clients find. A command the bot declared ephemeral is seen by the bot and the writer only.
 */
export async function writeMessage(
	writer: Writer,
	content: Partial<Message>,
	options: WriteOptions = {},
): Promise<void> {
	const { world, user, place } = writer;
	const { file, ...reply } = options;
	const chat = checkPlace(place, user);
	if (chat.chat.type === 'private') {
		chat.isStarted = true;
	}
	const stored = postMessage(world, chat, {
		from: writer.sendAs?.from ?? user,
		content: {
			...withEntities(content),
			...(writer.sendAs ? { sender_chat: writer.sendAs.sender_chat } : {}),
			...quoteOf(reply),
		},
		threadId: place.threadId,
		replyTo: reply.to ?? (reply.quote === undefined ? forcedReply(writer) : undefined),
		personId: isEphemeralCommand(writer, chat, content.text ?? '') ? user.id : undefined,
		file,
	});
	if (botReceives(world, chat, stored.message)) {
		const what = JSON.stringify(content.text ?? content.caption ?? Object.keys(content));
		await deliverUpdate(world, { message: stored.message as never }, `${user.first_name}'s message ${what}`);
	}
}

/** The entities that clients and the server find in what a person writes. */
function withEntities(content: Partial<Message>): Partial<Message> {
	const entities = findEntities(content.text ?? content.caption ?? '');
	if (entities.length === 0) {
		return content;
	}
	return { ...content, [content.text === undefined ? 'caption_entities' : 'entities']: entities };
}

/** A message of another chat is known to the bot by the quote alone. */
function quoteOf({ to, quote }: Reply): Partial<Message> {
	if (quote === undefined) {
		return {};
	}
	const position = Math.max(0, (to?.message.text ?? '').indexOf(quote));
	const origin = { type: 'hidden_user', date: 0, sender_user_name: 'Somebody' } as const;
	return { quote: { text: quote, position, is_manual: true }, ...(to ? {} : { external_reply: { origin } }) };
}

/** Clients open the reply box under a message with `force_reply`, so what is typed next becomes a reply to it. */
function forcedReply({ world, user, place }: Writer): StoredMessage | undefined {
	const last = newestMessage(place, user.id);
	const force = last?.stored.forceReply;
	if (!last || !force || last.stored.message.from?.id !== world.bot.id) {
		return undefined;
	}
	const isTarget = !force.selective || last.stored.message.reply_to_message?.from?.id === user.id;
	return isTarget ? last.stored : undefined;
}

function isEphemeralCommand({ world, user }: Writer, chat: ChatState, text: string): boolean {
	const [, name, address] = /^\/(\w+)(?:@(\w+))?/.exec(text) ?? [];
	const isForBot = address === undefined || address.toLowerCase() === world.bot.username.toLowerCase();
	if (chat.chat.type === 'private' || name === undefined || !isForBot || !chat.members.has(world.bot.id)) {
		return false;
	}
	return commandsSeen(world.profile, chat, user).some(({ command, is_ephemeral }) => command === name && is_ephemeral);
}

export async function editMessage({ world, user, place }: Writer, stored: StoredMessage, text: string): Promise<void> {
	const chat = checkPlace(place, user);
	if (stored.message.from?.id !== user.id) {
		throw new Error(`${user.first_name} can edit only their own messages.`);
	}
	const { entities: _old, caption_entities: _oldToo, ...kept } = stored.message;
	const content = withEntities(kept.caption === undefined ? { text } : { caption: text });
	stored.message = { ...kept, ...content, edit_date: world.seconds() } as typeof stored.message;
	world.emit({ type: 'edited', chatId: chat.chat.id, message: stored });
	if (botReceives(world, chat, stored.message)) {
		await deliverUpdate(
			world,
			{ edited_message: stored.message as never },
			`${user.first_name}'s edit to ${JSON.stringify(text)}`,
		);
	}
}
