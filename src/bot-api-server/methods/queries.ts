import type { SentGuestMessage } from 'grammy/types';
import { TOO_OLD } from '../checks/ephemeral.ts';
import { checkInlineButton, checkInlineResult } from '../checks/inline.ts';
import { badRequest } from '../errors.ts';
import type { BotApiMethod, MethodContext } from '../method.ts';
import { botUser } from '../world/chats.ts';
import { postMessage } from '../world/messages.ts';
import type { CallbackAnswer, PendingQuery, Tap } from '../world/types.ts';

/** "0-200 characters" (answerCallbackQuery.text). */
const TEXT_LIMIT = 200;
/** "No more than 50 results per query are allowed" and "Offset length can't exceed 64 bytes" (answerInlineQuery). */
const RESULT_LIMIT = 50;
const OFFSET_BYTES = 64;
/** Telegram documents no lifetime. Bots that answer within a minute are seen to succeed. */
const QUERY_LIFETIME_MS = 60_000;

export const answerCallbackQuery: BotApiMethod = {
	name: 'answerCallbackQuery',
	parameters: ['callback_query_id', 'text', 'show_alert', 'url', 'cache_time'],
	call: (context) => {
		const tap = checkTap(context);
		const toast = readAnswer(context);
		tap.answer = toast;
		if (toast.text !== '' || toast.url !== undefined) {
			context.world.emit({ type: 'toast', personId: tap.from.id, toast });
		}
		return true;
	},
};

export const answerInlineQuery: BotApiMethod = {
	name: 'answerInlineQuery',
	parameters: ['inline_query_id', 'results', 'cache_time', 'is_personal', 'next_offset', 'button'],
	call: (context) => {
		const { params } = context;
		const pending = checkPendingQuery(context, 'inline', params.string('inline_query_id'));
		const results = checkResults(context);
		const nextOffset = params.string('next_offset') ?? '';
		if (Buffer.byteLength(nextOffset) > OFFSET_BYTES) {
			throw badRequest('NEXT_OFFSET_INVALID');
		}
		pending.answer = {
			results,
			nextOffset,
			button: checkInlineButton(context),
			isPersonal: params.boolean('is_personal'),
			cacheTime: params.integer('cache_time') ?? 300,
		};
		return true;
	},
};

export const answerGuestQuery: BotApiMethod = {
	name: 'answerGuestQuery',
	parameters: ['guest_query_id', 'result'],
	call: (context): SentGuestMessage => {
		const { world, params } = context;
		const pending = checkPendingQuery(context, 'guest', params.string('guest_query_id'));
		const { result, content } = checkInlineResult(context, params.json('result'));
		const chat = world.chats.get(pending.chatId ?? 0);
		if (!chat) {
			throw badRequest('chat not found');
		}
		pending.answer = result;
		const inlineMessageId = `guest-${world.next()}`;
		const stored = postMessage(world, chat, {
			from: botUser(world.bot),
			content: { ...content, guest_bot_caller_user: pending.from },
			replyTo: pending.replyTo,
			inlineMessageId,
		});
		world.inlineMessages.set(inlineMessageId, stored);
		return { inline_message_id: inlineMessageId };
	},
};

function checkTap({ world, params, violate }: MethodContext): Tap {
	const tap = world.taps.get(params.string('callback_query_id') ?? '');
	if (tap?.answer !== undefined) {
		violate('answered-twice', `the tap on ${JSON.stringify(tap.data)} was answered already`);
	}
	if (!tap || tap.answer !== undefined || world.now() - tap.at > QUERY_LIFETIME_MS) {
		throw badRequest(TOO_OLD);
	}
	return tap;
}

function readAnswer({ world, params }: MethodContext): CallbackAnswer {
	const text = params.string('text') ?? '';
	const url = params.string('url');
	if (text.length > TEXT_LIMIT) {
		throw badRequest('MESSAGE_TOO_LONG');
	}
	// "Otherwise, you may use links like t.me/your_bot?start=XXXX": no other link opens.
	const own = new RegExp(`^(https?://)?t\\.me/${world.bot.username}\\?start=[\\w-]{1,64}$`, 'i');
	if (url !== undefined && !own.test(url)) {
		throw badRequest('URL_INVALID');
	}
	return { text, alert: params.boolean('show_alert'), url };
}

function checkResults(context: MethodContext): unknown[] {
	const values = context.params.json('results');
	if (!Array.isArray(values)) {
		throw badRequest("can't parse inline query results JSON object");
	}
	if (values.length > RESULT_LIMIT) {
		throw badRequest('too many inline query results specified');
	}
	const results = values.map((value) => checkInlineResult(context, value));
	if (new Set(results.map(({ result }) => result.id)).size < results.length) {
		throw badRequest('RESULT_ID_DUPLICATE');
	}
	return results;
}

/** An inline or guest query that still waits for its answer. */
function checkPendingQuery(
	{ world, violate }: MethodContext,
	kind: PendingQuery['kind'],
	id: string | undefined,
): PendingQuery {
	const pending = world.queries.get(id ?? '');
	if (pending?.answer !== undefined) {
		violate('answered-twice', `the ${kind} query ${JSON.stringify(pending.text)} was answered already`);
	}
	const isOpen = pending?.kind === kind && pending.answer === undefined;
	if (!isOpen || world.now() - pending.at > QUERY_LIFETIME_MS) {
		throw badRequest(TOO_OLD);
	}
	return pending;
}
