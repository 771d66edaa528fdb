import type { InlineQuery, InlineQueryResult, InlineQueryResultsButton } from 'grammy/types';
import type { CheckedResult } from '../checks/inline-result.ts';
import { botUser } from '../sending/destination.ts';
import { postMessage } from '../world/messages.ts';
import { botReceives } from '../world/privacy.ts';
import type { ChatState, Question } from '../world/types.ts';
import { deliver } from './confirm.ts';
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
export async function askInline(writer: Writer, text: string, offset: string): Promise<Question> {
	const { world, user, place } = writer;
	const chat = checkPlace(place, user);
	if (!world.bot.supports_inline_queries || text.length > QUERY_LIMIT) {
		throw new Error(
			'The client sends no inline query: the bot has inline mode off or the query is over 256 characters.',
		);
	}
	const id = `${world.bot.id}${world.next()}`;
	const question: Question = {
		id,
		kind: 'inline',
		from: user,
		text,
		at: world.now(),
		chatId: chat.chat.id,
		answer: undefined,
	};
	world.questions.set(id, question);
	const query: InlineQuery = { id, from: user, query: text, offset, chat_type: chatType(chat) };
	await deliver(world, { inline_query: query }, `${user.first_name}'s inline query ${JSON.stringify(text)}`);
	if (question.answer === undefined) {
		throw new Error(`The bot took the inline query ${JSON.stringify(text)} but did not answer it.`);
	}
	return question;
}

function chatType({ chat }: ChatState): NonNullable<InlineQuery['chat_type']> {
	return chat.type === 'private' ? 'sender' : chat.type;
}

/** Sends a result into the chat. It gets an inline message id only with a keyboard, as ChosenInlineResult says. */
export async function choose(writer: Writer, question: Question, result: InlineQueryResult): Promise<void> {
	const { world, user, place } = writer;
	const chat = checkPlace(place, user);
	const { results } = question.answer as InlineAnswer;
	const chosen = results.find((candidate) => candidate.result.id === result.id);
	if (!chosen) {
		throw new Error(`The result "${result.id}" is not among those of ${JSON.stringify(question.text)}.`);
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
		? deliver(world, { message: stored.message as never }, what)
		: undefined;
	await Promise.all([message, reportChoice(writer, question, chosen, inlineMessageId)]);
}

async function reportChoice(
	{ world, user }: Writer,
	question: Question,
	{ result }: CheckedResult,
	inlineMessageId: string | undefined,
): Promise<void> {
	if (!world.inlineFeedback) {
		return;
	}
	const inline = inlineMessageId === undefined ? {} : { inline_message_id: inlineMessageId };
	const chosen = { result_id: result.id, from: user, query: question.text, ...inline };
	await deliver(world, { chosen_inline_result: chosen }, `${user.first_name}'s choice of "${result.id}"`);
}
