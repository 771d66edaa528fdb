import type { InlineQuery, InlineQueryResult, InlineQueryResultsButton } from 'grammy/types';
import type { CheckedResult } from '../checks/inline.ts';
import { findEntities } from '../entities/find-entities.ts';
import { botUser, isPresent } from '../world/chats.ts';
import { postMessage } from '../world/messages.ts';
import { botReceives } from '../world/privacy.ts';
import type { ChatState, PendingQuery, StoredMessage } from '../world/types.ts';
import { deliverUpdate } from './deliver-update.ts';
import { checkPlace } from './place.ts';
import type { Writer } from './writing.ts';

export type InlineAnswer = {
	results: CheckedResult[];
	nextOffset: string;
	button: InlineQueryResultsButton | undefined;
	isPersonal: boolean;
	cacheTime: number;
};

/** InlineQuery.query: "up to 256 characters". */
const QUERY_LIMIT = 256;

/** Types `@bot query` and waits for the results. */
export async function sendInlineQuery(writer: Writer, text: string, offset: string): Promise<PendingQuery> {
	const { world, user, place } = writer;
	const chat = checkPlace(place, user);
	if (!world.bot.supports_inline_queries || text.length > QUERY_LIMIT) {
		throw new Error(
			'The client sends no inline query: the bot has inline mode off or the query is over 256 characters.',
		);
	}
	const id = `${world.bot.id}${world.next()}`;
	const pending: PendingQuery = {
		id,
		kind: 'inline',
		from: user,
		text,
		at: world.now(),
		chatId: chat.chat.id,
		answer: undefined,
	};
	world.queries.set(id, pending);
	const query: InlineQuery = { id, from: user, query: text, offset, chat_type: chatType(chat) };
	await deliverUpdate(world, { inline_query: query }, `${user.first_name}'s inline query ${JSON.stringify(text)}`);
	if (pending.answer === undefined) {
		throw new Error(`The bot took the inline query ${JSON.stringify(text)} but did not answer it.`);
	}
	return pending;
}

function chatType({ chat }: ChatState): NonNullable<InlineQuery['chat_type']> {
	return chat.type === 'private' ? 'sender' : chat.type;
}

/** Sends a result into the chat. It gets an inline message id only with a keyboard, as ChosenInlineResult says. */
export async function sendInlineResult(
	writer: Writer,
	pending: PendingQuery,
	result: InlineQueryResult,
): Promise<void> {
	const { world, user, place } = writer;
	const chat = checkPlace(place, user);
	const { results } = pending.answer as InlineAnswer;
	const chosen = results.find((candidate) => candidate.result.id === result.id);
	if (!chosen) {
		throw new Error(`The result "${result.id}" is not among those of ${JSON.stringify(pending.text)}.`);
	}
	const inlineMessageId = chosen.content.reply_markup ? `inline-${world.next()}` : undefined;
	const stored = postMessage(world, chat, {
		from: user,
		content: { ...chosen.content, via_bot: botUser(world.bot) },
		threadId: place.threadId,
		inlineMessageId,
	});
	if (inlineMessageId !== undefined) {
		world.inlineMessages.set(inlineMessageId, stored);
	}
	const what = `${user.first_name}'s choice of "${result.id}"`;
	const message = botReceives(world, chat, stored.message)
		? deliverUpdate(world, { message: stored.message as never }, what)
		: undefined;
	await Promise.all([message, reportChoice(writer, pending, chosen, inlineMessageId)]);
}

async function reportChoice(
	{ world, user }: Writer,
	pending: PendingQuery,
	{ result }: CheckedResult,
	inlineMessageId: string | undefined,
): Promise<void> {
	if (!world.inlineFeedback) {
		return;
	}
	const inline = inlineMessageId === undefined ? {} : { inline_message_id: inlineMessageId };
	const chosen = { result_id: result.id, from: user, query: pending.text, ...inline };
	await deliverUpdate(world, { chosen_inline_result: chosen }, `${user.first_name}'s choice of "${result.id}"`);
}

/** Calls the bot by its name in a group that never added it (https://core.telegram.org/api/bots/guest-mode). */
export async function sendGuestQuery(
	{ world, user, place }: Writer,
	text: string,
	replyTo?: StoredMessage,
): Promise<void> {
	const chat = checkPlace(place, user);
	if (!world.bot.supports_guest_queries || isPresent(chat.members.get(world.bot.id))) {
		throw new Error('Guest mode needs a bot that supports it and is not in the group; a member is simply written to.');
	}
	const mention = `@${world.bot.username}`;
	const words = text.includes(mention) ? text : `${mention} ${text}`;
	const id = `guest-query-${world.next()}`;
	const stored = postMessage(world, chat, {
		from: user,
		content: { text: words, entities: findEntities(words) },
		threadId: place.threadId,
		replyTo,
	});
	const pending = {
		id,
		kind: 'guest',
		from: user,
		text,
		at: world.now(),
		chatId: chat.chat.id,
		answer: undefined,
	} as const;
	world.queries.set(id, { ...pending, replyTo: stored });
	const message = { ...stored.message, guest_query_id: id };
	await deliverUpdate(
		world,
		{ guest_message: message as never },
		`${user.first_name}'s guest question ${JSON.stringify(text)}`,
	);
}
