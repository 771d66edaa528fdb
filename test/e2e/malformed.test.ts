import pino from 'pino';
import { expect, test } from 'vitest';
import { startNokori } from '../support/nokori.ts';

const user = { id: 5, is_bot: false, first_name: 'Eve' };
const chat = { id: 5, type: 'private', first_name: 'Eve' };
const message = { message_id: 1, date: 1, chat, from: user, text: '/balance povo' };
const tap = { id: '1', from: user, chat_instance: '1', data: '/' };

const MALFORMED: readonly (readonly [string, object])[] = [
	['a kind of tomorrow', { telepathy: { from: user } }],
	['no kind', {}],
	['a message without a chat', { message: { ...message, chat: undefined } }],
	['a chat id beyond 2^53', { message: { ...message, chat: { ...chat, id: 2 ** 60 } } }],
	['a chat id that is a text', { message: { ...message, chat: { ...chat, id: '5' } } }],
	['a chat of an unknown type', { message: { ...message, chat: { ...chat, type: 'planet' } } }],
	['a person without an id', { message: { ...message, from: { ...user, id: undefined } } }],
	['a person with half an id', { message: { ...message, from: { ...user, id: 1.5 } } }],
	['a person that is a list', { message: { ...message, from: [] } }],
	['a text that is a number', { message: { ...message, text: 7 } }],
	['entities that are an object', { message: { ...message, entities: {} } }],
	['an entity without a length', { message: { ...message, entities: [{ type: 'bot_command', offset: 0 }] } }],
	['a reply to nothing', { message: { ...message, reply_to_message: 3 } }],
	['a message id that is a word', { message: { ...message, message_id: 'one' } }],
	['a message that is null', { message: null }],
	['an edit without a date', { edited_message: { ...message, date: undefined } }],
	['a tap without an id', { callback_query: { ...tap, id: undefined } }],
	['a tap by nobody', { callback_query: { ...tap, from: undefined } }],
	['a tap with data of numbers', { callback_query: { ...tap, data: [1] } }],
	['a query without words', { inline_query: { id: '1', from: user, offset: '' } }],
	[
		'a member without a status',
		{ my_chat_member: { chat, from: user, date: 1, old_chat_member: {}, new_chat_member: {} } },
	],
	['a guest without a question', { guest_message: { ...message, chat: { ...chat, id: Number.NaN } } }],
];

test.each(MALFORMED)('%s is ignored with one line, and people are answered', async (_name, content) => {
	const lines: string[] = [];
	const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
	const { server } = await startNokori({ log });
	const alice = server.person({ name: 'Alice', language: 'en' });
	// As a server that takes no notice of what was asked for.
	server.world.updates.allowed = [];
	const before = server.calls.mark();
	server.world.updates.add(content as never);
	server.world.updates.add(content as never);
	await alice.sends('/balance povo');
	expect(alice.screen.text).toContain('povo2.0');
	expect(server.calls.since(before).map(({ params }) => params['chat_id'])).toEqual([alice.id]);
	expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['an update without the right shape was ignored']);
	expect(server.world.updates.pending).toEqual([]);
});
