import { isPresent } from '../world/chats.ts';
import { postMessage } from '../world/messages.ts';
import type { StoredMessage } from '../world/types.ts';
import { clientEntities } from './client-entities.ts';
import { deliver } from './confirm.ts';
import { checkPlace } from './place.ts';
import type { Writer } from './writing.ts';

/** Calls the bot by its name in a group that never added it (https://core.telegram.org/api/bots/guest-mode). */
export async function askGuest({ world, user, place }: Writer, text: string, replyTo?: StoredMessage): Promise<void> {
	const chat = checkPlace(place, user);
	if (!world.bot.supports_guest_queries || isPresent(chat.members.get(world.bot.id))) {
		throw new Error('Guest mode needs a bot that supports it and is not in the group; a member is simply written to.');
	}
	const mention = `@${world.bot.username}`;
	const words = text.includes(mention) ? text : `${mention} ${text}`;
	const id = `guest-query-${world.next()}`;
	const stored = postMessage(world, chat, {
		from: user,
		content: { text: words, entities: clientEntities(words) },
		threadId: place.threadId,
		replyTo,
	});
	const question = {
		id,
		kind: 'guest',
		from: user,
		text,
		at: world.now(),
		chatId: chat.chat.id,
		answer: undefined,
	} as const;
	world.questions.set(id, { ...question, replyTo: stored });
	const message = { ...stored.message, guest_query_id: id };
	await deliver(
		world,
		{ guest_message: message as never },
		`${user.first_name}'s guest question ${JSON.stringify(text)}`,
	);
}
