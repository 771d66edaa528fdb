import type { Call } from '../../bot-api-server/calls.ts';
import { compact, isObject } from '../../bot-api-server/json.ts';
import type { World } from '../../bot-api-server/world/world.ts';
import type { CallView, MessageView } from './protocol.ts';
import type { Scenario } from './scenario.ts';

/** Not shown as a refusal, since the message looks as the bot wants it to. */
const NOT_MODIFIED = /message is not modified/;

/** Of a file that the call uploads, only name and size are sent. */
export function toCallView(call: Call, id: number): CallView {
	return {
		id,
		method: call.method,
		milliseconds: Math.round((call.milliseconds ?? 0) * 10) / 10,
		params: withoutFiles(call.params),
		at: call.at,
		...compact({ result: withoutFiles(call.result), error: call.error?.description ?? call.fault }),
	};
}

function withoutFiles(value: unknown): unknown {
	if (value instanceof File) {
		return `${value.name} (${value.size} bytes)`;
	}
	if (Array.isArray(value)) {
		return value.map(withoutFiles);
	}
	return isObject(value)
		? Object.fromEntries(Object.entries(value).map(([key, field]) => [key, withoutFiles(field)]))
		: value;
}

/** The red bubble for a call that Telegram would refuse, in the chat that it was for. */
export function toRefusedMessage(scenario: Scenario, call: Call): MessageView | undefined {
	const error = call.error?.description;
	const room = roomFor(scenario, call.params);
	if (error === undefined || !room || NOT_MODIFIED.test(error)) {
		return undefined;
	}
	const { world } = scenario;
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
		...compact({ onlyFor: scenario.personIdOf(receiverOf(call.params, world)) }),
	};
}

function roomFor(scenario: Scenario, params: Call['params']): ReturnType<Scenario['roomOf']> {
	const tap = tapOf(params, scenario.world);
	if (tap) {
		return scenario.roomOf(tap.stored);
	}
	const [chatId, threadId] = [Number(params['chat_id']), Number(params['message_thread_id'])];
	return scenario.roomAt(chatId, threadId || undefined) ?? scenario.roomAt(chatId, undefined);
}

function receiverOf(params: Call['params'], world: World): number | undefined {
	const ephemeral = params['ephemeral_message_parameters'];
	const receiver = isObject(ephemeral) ? ephemeral['receiver_user_id'] : params['receiver_user_id'];
	return typeof receiver === 'number' ? receiver : tapOf(params, world)?.from.id;
}

function tapOf(params: Call['params'], world: World) {
	return world.taps.get(String(params['callback_query_id'] ?? ''));
}
