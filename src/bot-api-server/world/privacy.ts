import type { Message, MessageEntity } from 'grammy/types';
import { isAdministrator, isPresent } from './chats.ts';
import type { ChatState } from './types.ts';
import type { World } from './world.ts';

const SERVICE_FIELDS = [
	'new_chat_members',
	'left_chat_member',
	'migrate_to_chat_id',
	'migrate_from_chat_id',
	'new_chat_title',
	'group_chat_created',
	'forum_topic_created',
] as const satisfies ReadonlyArray<keyof Message>;

/** Whether the bot gets this message of a person, by https://core.telegram.org/bots/features#privacy-mode */
export function botReceives(world: World, chat: ChatState, message: Message): boolean {
	if (chat.chat.type === 'private') {
		return true;
	}
	const member = chat.members.get(world.bot.id);
	if (!isPresent(member)) {
		return false;
	}
	const seesAll = isAdministrator(member) || world.bot.can_read_all_group_messages;
	return seesAll || SERVICE_FIELDS.some((field) => field in message) || isMeantForBot(world, chat, message);
}

function isMeantForBot(world: World, chat: ChatState, message: Message): boolean {
	const entities = message.entities ?? message.caption_entities ?? [];
	return (
		message.ephemeral_message_id !== undefined ||
		message.via_bot?.id === world.bot.id ||
		repliesToBot(world, chat, message) ||
		entities.some((entity) => entityCallsBot(world, chat, message.text ?? message.caption ?? '', entity))
	);
}

/** "Replies to any messages implicitly or explicitly meant for this bot", those of the bot itself among them. */
function repliesToBot(world: World, chat: ChatState, { reply_to_message }: Message): boolean {
	if (!reply_to_message || reply_to_message.forum_topic_created) {
		return false;
	}
	const original = chat.messages.get(reply_to_message.message_id)?.message ?? (reply_to_message as Message);
	return original.from?.id === world.bot.id || isMeantForBot(world, chat, original);
}

function entityCallsBot(world: World, chat: ChatState, text: string, entity: MessageEntity): boolean {
	const part = text.slice(entity.offset, entity.offset + entity.length).toLowerCase();
	const address = `@${world.bot.username.toLowerCase()}`;
	if (entity.type === 'mention') {
		return part === address;
	}
	if (entity.type === 'text_mention') {
		return entity.user.id === world.bot.id;
	}
	if (entity.type !== 'bot_command') {
		return false;
	}
	return part.includes('@') ? part.endsWith(address) : getsBareCommands(world, chat);
}

/** A bare command goes to the only bot, else to the bot that posted last. */
function getsBareCommands(world: World, chat: ChatState): boolean {
	const others = [...chat.members.values()].filter(({ user }) => user.is_bot && user.id !== world.bot.id);
	return !others.some(isPresent) || chat.lastBotId === world.bot.id;
}
