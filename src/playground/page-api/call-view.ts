import type { Call } from '../bot-api/calls.ts';
import { compact } from '../bot-api/compact.ts';
import { isObject } from '../bot-api/json.ts';
import type { World } from '../bot-api/world/world.ts';
import type { Stage } from './stage.ts';
import type { CallView, MessageView } from './types.ts';

/** Says that the screen shows it already: nothing went wrong for anybody who looks at it. */
const NOT_MODIFIED = /message is not modified/;

/** A call for the page. What it uploads is named but not sent along. */
export function toCallView(call: Call, id: number): CallView {
	return {
		id,
		method: call.method,
		milliseconds: Math.round((call.milliseconds ?? 0) * 10) / 10,
		params: plain(call.params),
		at: call.at,
		...compact({ result: plain(call.result), error: call.error?.description ?? call.fault }),
	};
}

function plain(value: unknown): unknown {
	if (value instanceof File) {
		return `${value.name} (${value.size} bytes)`;
	}
	if (Array.isArray(value)) {
		return value.map(plain);
	}
	return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, field]) => [key, plain(field)])) : value;
}

/** The red bubble for a call that Telegram would refuse, in the chat it was meant for. */
export function toProblem(stage: Stage, call: Call): MessageView | undefined {
	const error = call.error?.description;
	const room = roomFor(stage, call.params);
	if (error === undefined || !room || NOT_MODIFIED.test(error)) {
		return undefined;
	}
	const { world } = stage;
	const id = world.next();
	const text = typeof call.params['text'] === 'string' ? call.params['text'] : '';
	return {
		id,
		order: id,
		chat: room.view.id,
		from: world.bot.first_name,
		fromBot: true,
		text,
		entities: [],
		buttons: [],
		richRows: 0,
		edited: false,
		error: `${call.method}: ${error}`,
		at: world.now(),
		...compact({ onlyFor: stage.idOf(receiverOf(call.params, world)) }),
	};
}

function roomFor(stage: Stage, params: Call['params']): ReturnType<Stage['roomOf']> {
	const tap = tapOf(params, stage.world);
	if (tap) {
		return stage.roomOf(tap.stored);
	}
	const [chatId, threadId] = [Number(params['chat_id']), Number(params['message_thread_id'])];
	return stage.roomAt(chatId, threadId || undefined) ?? stage.roomAt(chatId, undefined);
}

function receiverOf(params: Call['params'], world: World): number | undefined {
	const ephemeral = params['ephemeral_message_parameters'];
	const receiver = isObject(ephemeral) ? ephemeral['receiver_user_id'] : params['receiver_user_id'];
	return typeof receiver === 'number' ? receiver : tapOf(params, world)?.from.id;
}

function tapOf(params: Call['params'], world: World) {
	return world.taps.get(String(params['callback_query_id'] ?? ''));
}
