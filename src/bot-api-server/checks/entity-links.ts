import type { MessageEntity, User } from 'grammy/types';
import { badRequest } from '../errors.ts';
import type { MethodContext } from '../method.ts';
import { botUser } from '../world/chats.ts';
import { checkLink } from './url.ts';

type Place = { offset: number; length: number };

/** A bad link refuses the whole message; one to `tg://user?id=` is a mention (get_message_entities). */
export function readLink(context: MethodContext, place: Place, url: string): MessageEntity | undefined {
	const id = /^tg:(?:\/\/)?user\/?\?(?:[^#]*&)?id=(\d+)(?:[&#]|$)/i.exec(url)?.[1];
	if (id !== undefined) {
		return readMention(context, place, Number(id));
	}
	const checked = checkLink(url);
	if ('problem' in checked) {
		throw badRequest(`entity URL '${url}' is invalid: ${checked.problem}`);
	}
	return { type: 'text_link', ...place, url: checked.url };
}

/** The user as Telegram knows it, whatever the bot says of it; undefined where the bot cannot mention it. */
export function readMention({ world, violate }: MethodContext, place: Place, id: number): MessageEntity | undefined {
	const user: User | undefined = id === world.bot.id ? botUser(world.bot) : world.people.get(id);
	if (!user) {
		violate('unknown-user', `the mention of the unknown user ${id} is dropped`);
		return undefined;
	}
	return { type: 'text_mention', ...place, user };
}
