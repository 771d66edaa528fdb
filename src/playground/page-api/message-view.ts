import type { Message } from 'grammy/types';
import { compact } from '../../bot-api-server/json.ts';
import type { ScreenButton } from '../../bot-api-server/people/buttons.ts';
import { see } from '../../bot-api-server/people/seen-message.ts';
import { richButtons } from '../../bot-api-server/rich/rich-buttons.ts';
import type { StoredMessage } from '../../bot-api-server/world/types.ts';
import { toMediaView } from './media.ts';
import type { ButtonView, MessageView } from './protocol.ts';
import type { Scenario } from './scenario.ts';

/** So many characters of a message are quoted in a reply to it. */
const QUOTE_LENGTH = 200;

/** @returns undefined for a message that no chat of the page shows */
export function toMessageView(scenario: Scenario, stored: StoredMessage): MessageView | undefined {
	const { message } = stored;
	const room = scenario.roomOf(stored);
	if (!room || message.forum_topic_created) {
		return undefined;
	}
	const seen = see(stored);
	return {
		id: seen.id,
		chat: room.view.id,
		from: seen.from,
		fromBot: message.from?.is_bot === true,
		text: seen.text,
		entities: [...seen.entities],
		buttons: seen.buttons.map((row) => row.map(toButtonView)),
		richRows: richButtons(message.rich_message?.blocks ?? []).length,
		edited: seen.isEdited,
		at: stored.sentAt,
		order: stored.order,
		...compact({
			person: scenario.personIdOf(message.from?.id),
			viaBot: message.via_bot ? true : undefined,
			rich: seen.rich && [...seen.rich],
			onlyFor: scenario.personIdOf(stored.personId),
			replyTo: quote(message.reply_to_message),
			file: message.document && seen.file && { name: seen.file.name },
			media: toMediaView(message),
			replaces: stored.replacesId,
		}),
	};
}

function toButtonView({ text, kind, value }: ScreenButton): ButtonView {
	return { text, kind: kind === 'web-app' || kind === 'login' ? 'other' : kind, value };
}

/** A message in a topic replies to the service message that opened the topic: that is no quote. */
function quote(message: Message['reply_to_message']): MessageView['replyTo'] {
	if (!message || message.forum_topic_created) {
		return undefined;
	}
	const { id, from, text } = see({ message: message as Message, order: 0, sentAt: 0 });
	const words = text || (toMediaView(message as Message)?.label ?? '');
	return { id, from, text: words.slice(0, QUOTE_LENGTH) };
}
