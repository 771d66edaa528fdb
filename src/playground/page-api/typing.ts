import type { Hub } from './hub.ts';
import type { ChatId } from './types.ts';

/** "The status is set for 5 seconds or less" (sendChatAction). */
const LASTS_MS = 5000;

/** In which chats the bot is typing. */
export type Typing = { begin: (chat: ChatId) => void; end: (chat: ChatId) => void; list: () => ChatId[] };

export function createTyping(hub: Hub): Typing {
	const timers = new Map<ChatId, NodeJS.Timeout>();
	const end = (chat: ChatId): void => {
		clearTimeout(timers.get(chat));
		if (timers.delete(chat)) {
			hub.emit({ type: 'typing', chat, on: false });
		}
	};
	return {
		begin: (chat) => {
			clearTimeout(timers.get(chat));
			timers.set(chat, setTimeout(() => end(chat), LASTS_MS).unref());
			hub.emit({ type: 'typing', chat, on: true });
		},
		end,
		list: () => [...timers.keys()],
	};
}
