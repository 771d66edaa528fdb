import type { InlineQueryResult } from 'grammy/types';
import type { Actor } from '../../bot-api-server/people/actor.ts';
import type { Person } from '../../bot-api-server/people/person.ts';
import { type SeenMessage, see } from '../../bot-api-server/people/seen-message.ts';
import { isPresent } from '../../bot-api-server/world/chats.ts';
import type { StoredMessage } from '../../bot-api-server/world/types.ts';
import { toContent } from './media.ts';
import type { ActionSuccess, InlineResultView, InlineView, UserAction } from './protocol.ts';
import { type ChatRoom, type Scenario, storedIn } from './scenario.ts';

type ActionOf<Name extends UserAction['action']> = Extract<UserAction, { action: Name }>;

const MESSAGE_GONE = 'This message is not there any more.';

/**
 * Does what a person did on the page, and waits until the bot has handled it.
 * @throws Error with what a client of Telegram would not let this person do
 */
export async function performAction(
	scenario: Scenario,
	action: Exclude<UserAction, ActionOf<'clock'>>,
): Promise<ActionSuccess> {
	switch (action.action) {
		case 'send':
			return await send(scenario, action);
		case 'post':
			return await post(scenario, action);
		case 'tap':
			return await tap(scenario, action);
		case 'inline':
			return { ok: true, inline: await queryInline(scenario.room(action.chat).actor(action.person), action.query) };
		case 'choose':
			return await choose(scenario, action);
		case 'start':
			return await pressStart(scenario, action.person, action.payload);
	}
}

async function send(scenario: Scenario, { person: id, chat, text, replyTo }: ActionOf<'send'>): Promise<ActionSuccess> {
	const room = scenario.room(chat);
	const actor = room.actor(id);
	const person = scenario.person(id);
	const target = repliedBy(person, room, replyTo);
	if (room.group && callsGuest(scenario, room, text)) {
		await person.asksGuest(room.group, text, target);
	} else {
		await (target ? actor.replies(target, text) : actor.sends(text));
	}
	return { ok: true };
}

async function post(scenario: Scenario, action: ActionOf<'post'>): Promise<ActionSuccess> {
	const room = scenario.room(action.chat);
	const target = repliedBy(scenario.person(action.person), room, action.replyTo);
	const { content, file } = toContent(scenario.world, action.media, action.caption);
	await room.actor(action.person).posts(content, { ...(target ? { to: target } : {}), ...(file ? { file } : {}) });
	return { ok: true };
}

function repliedBy(person: Person, room: ChatRoom, id: number | undefined): SeenMessage | undefined {
	return id === undefined ? undefined : seenBy(person, storedIn(room, id));
}

/** Where the bot is no member, a mention calls it (https://core.telegram.org/api/bots/guest-mode). */
function callsGuest({ world }: Scenario, { state }: ChatRoom, text: string): boolean {
	return !isPresent(state.members.get(world.bot.id)) && text.includes(`@${world.bot.username}`);
}

async function tap(scenario: Scenario, { person: id, message, row, column }: ActionOf<'tap'>): Promise<ActionSuccess> {
	const found = scenario.findMessage(message);
	if (!found) {
		throw new Error(MESSAGE_GONE);
	}
	const actor = found.room.actor(id);
	const person = scenario.person(id);
	const seen = seenBy(person, found.stored);
	const button = seen.buttons[row]?.[column];
	if (!button) {
		throw new Error(`There is no button in row ${row}, column ${column} of this message: it was edited meanwhile.`);
	}
	if (button.kind === 'url') {
		return await openUrl(scenario, id, button.value);
	}
	if (button.kind !== 'callback') {
		return { ok: true };
	}
	const toasts = person.toasts.length;
	await actor.tapsData(button.value, seen);
	const link = person.toasts.slice(toasts).find(({ url }) => url !== undefined)?.url;
	return link === undefined ? { ok: true } : await openUrl(scenario, id, link);
}

/** A deep link to the bot presses Start in the private chat; any other link is for the browser to open. */
async function openUrl(scenario: Scenario, person: string, url: string): Promise<ActionSuccess> {
	const { username } = scenario.world.bot;
	const link = new RegExp(`^(?:https?://)?t\\.me/${username}(?:\\?start=([\\w-]{1,64}))?$`, 'i').exec(url);
	return link ? await pressStart(scenario, person, link[1] ?? '') : { ok: true, url };
}

async function pressStart(scenario: Scenario, person: string, payload: string): Promise<ActionSuccess> {
	await scenario.person(person).sends(payload === '' ? '/start' : `/start ${payload}`);
	return { ok: true, chat: `private:${person}` };
}

async function queryInline(actor: Actor, query: string): Promise<InlineView> {
	const results = await actor.types(query);
	const button = actor.inlineAnswer?.button;
	return {
		results: results.map(toResultView),
		...(button ? { button: { text: button.text, payload: button.start_parameter ?? '' } } : {}),
	};
}

function toResultView(result: InlineQueryResult): InlineResultView {
	const { id } = result;
	const title = 'title' in result && result.title ? result.title : id;
	return { id, title, ...('description' in result && result.description ? { description: result.description } : {}) };
}

async function choose(scenario: Scenario, { person, chat, result: id }: ActionOf<'choose'>): Promise<ActionSuccess> {
	const actor = scenario.room(chat).actor(person);
	const chosen = actor.inlineAnswer?.results.find(({ result }) => result.id === id);
	if (!chosen) {
		throw new Error('This result is not in the list any more: write the words again.');
	}
	await actor.chooses(chosen.result);
	return { ok: true };
}

/** @throws Error for a deleted message, and for an ephemeral message of somebody else */
function seenBy(person: Person, stored: StoredMessage | undefined): SeenMessage {
	if (!stored || (stored.personId !== undefined && stored.personId !== person.id)) {
		throw new Error(MESSAGE_GONE);
	}
	return see(stored);
}
