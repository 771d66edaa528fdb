import type { MessageEntity } from 'grammy/types';
import { rules, setUpWithAlice } from './support.ts';

/** Kinds that need no further field. */
export type Kind = MessageEntity.CommonMessageEntity['type'];

export const entity = (type: Kind, offset: number, length: number): MessageEntity => ({ type, offset, length });
export const bold = (offset: number, length: number) => entity('bold', offset, length);
export const italic = (offset: number, length: number) => entity('italic', offset, length);
export const code = (offset: number, length: number) => entity('code', offset, length);
export const quote = (offset: number, length: number) => entity('blockquote', offset, length);
export const link = (offset: number, length: number, url = 'https://povo.jp/'): MessageEntity => ({
	...{ type: 'text_link', offset, length, url },
});
export const pre = (offset: number, length: number): MessageEntity => ({ type: 'pre', offset, length });
export const emoji = (offset: number, length: number): MessageEntity => ({
	...{ type: 'custom_emoji', offset, length, custom_emoji_id: '5' },
});
export const date = (offset: number, length: number): MessageEntity => ({
	...{ type: 'date_time', offset, length, unix_time: 1, date_time_format: 'r' },
});

/** What becomes of entities in a text of ten letters that is nothing by itself. */
export async function sendEntities(entities: MessageEntity[], text = 'abcdefghij') {
	const { server, api, chatId } = await setUpWithAlice();
	const sent = await api.sendMessage(chatId, text, { entities });
	return { entities: sent.entities ?? [], rules: rules(server) };
}
