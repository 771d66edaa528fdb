import type { MessageEntity } from 'grammy/types';

/** What Telegram marks by itself in the text of a person; a command or mention needs white space or a start before it. */
const PATTERNS = [
	['bot_command', /(?<=^|\s)\/[a-z0-9_]{1,32}(@[a-z0-9_]{3,32})?(?![\w/])/gi],
	['mention', /(?<=^|[\s(,])@[a-z]\w{3,31}/gi],
	['url', /(?<=^|\s)https?:\/\/\S+/gi],
] as const;

export function clientEntities(text: string): MessageEntity[] {
	const found = PATTERNS.flatMap(([type, pattern]) =>
		[...text.matchAll(pattern)].map((match): MessageEntity => ({ type, offset: match.index, length: match[0].length })),
	);
	return found.sort((one, other) => one.offset - other.offset);
}
