import type { MessageEntity, RichBlock } from 'grammy/types';
import { plainText } from '../rich/plain-text.ts';
import type { StoredMessage, Upload } from '../world/types.ts';
import { type ScreenButton, screenButtons } from './buttons.ts';

/** A message as a person sees it. */
export type SeenMessage = {
	readonly id: number;
	/** First name of the sender. */
	readonly from: string;
	readonly fromBot: boolean;
	/** Plain text, of a rich message too; a document shows its caption or its file name. */
	readonly text: string;
	readonly entities: readonly MessageEntity[];
	/** Rows of buttons: first those inside a rich message, then the keyboard under it. */
	readonly buttons: readonly ScreenButton[][];
	readonly rich: readonly RichBlock[] | undefined;
	/** The document or photo as it is saved from the chat; undefined where none was uploaded. */
	readonly file: Upload | undefined;
	readonly isEphemeral: boolean;
	readonly isEdited: boolean;
	readonly threadId: number | undefined;
	/** The id of the message this one replies to. */
	readonly replyTo: number | undefined;
	readonly stored: StoredMessage;
};

export function see(stored: StoredMessage): SeenMessage {
	const { message } = stored;
	return {
		id: message.message_id || (message.ephemeral_message_id ?? 0),
		from: message.from?.first_name ?? '',
		fromBot: message.from?.is_bot === true || message.via_bot !== undefined,
		text: textOf(stored),
		entities: message.entities ?? message.caption_entities ?? [],
		buttons: screenButtons(message),
		rich: message.rich_message?.blocks,
		file: stored.file,
		isEphemeral: message.message_id === 0,
		isEdited: message.edit_date !== undefined,
		threadId: message.message_thread_id,
		replyTo: message.reply_to_message?.forum_topic_created ? undefined : message.reply_to_message?.message_id,
		stored,
	};
}

function textOf({ message }: StoredMessage): string {
	if (message.rich_message) {
		return plainText(message.rich_message.blocks);
	}
	return message.text ?? message.caption ?? message.document?.file_name ?? '';
}

/** The button with this label: an exact match, else the only one that contains the words. */
export function findButton(message: SeenMessage, label: string): ScreenButton {
	const buttons = message.buttons.flat();
	const exact = buttons.filter(({ text }) => text === label);
	const found = exact.length > 0 ? exact : buttons.filter(({ text }) => text.includes(label));
	const [only] = found;
	if (found.length === 1 && only) {
		return only;
	}
	const problem = found.length === 0 ? 'is no button' : `are ${found.length} buttons`;
	throw new Error(
		`There ${problem} "${label}" on the screen. Its buttons:\n${listButtons(message)}\nIts text:\n${message.text}`,
	);
}

function listButtons({ buttons }: SeenMessage): string {
	return buttons.map((row) => row.map(({ text }) => `[${text}]`).join(' ')).join('\n') || '(none)';
}
