import type { Message, User } from 'grammy/types';
import { findEntities } from '../entities/find-entities.ts';
import { postMessage } from '../world/messages.ts';
import type { ChatState } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { type SeenMessage, see } from './seen-message.ts';

/** Who forwards posts of a channel into its discussion group (Message.is_automatic_forward). */
const TELEGRAM: User = { id: 777_000, is_bot: false, first_name: 'Telegram' };

/** A channel whose posts Telegram forwards into its discussion group, where people comment on them as replies. */
export function linkChannel(world: World, group: ChatState, title: string): { posts(text: string): SeenMessage } {
	const channel = { id: -1_003_900_000_000 - world.next(), type: 'channel', title } as const;
	return {
		posts: (text) => {
			const origin = { type: 'channel', date: world.seconds(), chat: channel, message_id: world.next() } as const;
			const content: Partial<Message> = {
				text,
				entities: findEntities(text),
				sender_chat: channel,
				is_automatic_forward: true,
				forward_origin: origin,
			};
			return see(postMessage(world, group, { from: TELEGRAM, content }));
		},
	};
}
