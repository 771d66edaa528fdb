import type { CallbackQuery } from 'grammy/types';
import { isPresent } from '../world/chats.ts';
import type { StoredMessage, Tap } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { deliverUpdate } from './deliver-update.ts';
import { checkPlace } from './place.ts';
import type { Writer } from './writing.ts';

/** Sends callback data as if a button of the message carried it; nothing checks that one does. */
export async function sendCallbackQuery(
	{ world, user, place }: Writer,
	stored: StoredMessage,
	data: string,
): Promise<void> {
	const chat = checkPlace(place, user);
	const isInline = stored.inlineMessageId !== undefined;
	if (!isInline && chat.chat.type !== 'private' && !isPresent(chat.members.get(world.bot.id))) {
		return;
	}
	const made: Tap = {
		id: `${world.bot.id}${world.next()}`,
		from: user,
		data,
		at: world.now(),
		stored,
		answer: undefined,
	};
	world.taps.set(made.id, made);
	const what = `${user.first_name}'s tap on ${JSON.stringify(data)}`;
	await deliverUpdate(world, { callback_query: toQuery(world, made) }, what);
}

function toQuery(world: World, { id, from, data, stored }: Tap): CallbackQuery {
	const chatInstance = `${world.bot.id}:${stored.message.chat.id}`;
	return { id, from, chat_instance: chatInstance, data, ...origin(world, stored) };
}

/** Of an inline message the bot gets only the id. A deleted message is inaccessible (`date: 0`). */
function origin(world: World, stored: StoredMessage): Pick<CallbackQuery, 'message' | 'inline_message_id'> {
	const { chat, message_id, ephemeral_message_id } = stored.message;
	if (stored.inlineMessageId !== undefined) {
		return { inline_message_id: stored.inlineMessageId };
	}
	const state = world.chats.get(chat.id);
	const isThere = state?.messages.has(message_id) || state?.ephemeral.has(ephemeral_message_id ?? 0);
	return { message: isThere ? stored.message : { chat, message_id, date: 0 } };
}
