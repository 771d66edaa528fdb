import { isPresent } from '../bot-api/world/chats.ts';
import type { StoredMessage } from '../bot-api/world/types.ts';
import type { Person } from '../people/person.ts';
import { type SeenMessage, see } from '../people/seen-message.ts';
import { typeInline } from './inline-view.ts';
import type { Room, Stage } from './stage.ts';
import type { Act, ActDone } from './types.ts';

type ActOf<Name extends Act['act']> = Extract<Act, { act: Name }>;

/**
 * Does in the world what somebody did on the page, and waits until the bot has handled it.
 * @throws Error with what a client of Telegram would not let them do
 */
export async function perform(stage: Stage, act: Exclude<Act, ActOf<'clock'>>): Promise<ActDone> {
	switch (act.act) {
		case 'send':
			return await send(stage, act);
		case 'tap':
			return await tap(stage, act);
		case 'inline':
			return { ok: true, inline: await typeInline(stage.room(act.chat).actor(act.person), act.query) };
		case 'choose':
			return await choose(stage, act);
		case 'start':
			return await start(stage, act.person, act.payload);
	}
}

async function send(stage: Stage, { person, chat, text, replyTo }: ActOf<'send'>): Promise<ActDone> {
	const room = stage.room(chat);
	const actor = room.actor(person);
	const target = replyTo === undefined ? undefined : findMessage(room, stage.person(person), replyTo);
	if (room.group && callsGuest(stage, room, text)) {
		await stage.person(person).asksGuest(room.group, text, target);
	} else {
		await (target ? actor.replies(target, text) : actor.sends(text));
	}
	return { ok: true };
}

/** Where the bot is no member, its name in a message calls it (https://core.telegram.org/api/bots/guest-mode). */
function callsGuest({ world }: Stage, { state }: Room, text: string): boolean {
	return !isPresent(state.members.get(world.bot.id)) && text.includes(`@${world.bot.username}`);
}

async function tap(stage: Stage, { person: id, message, row, column }: ActOf<'tap'>): Promise<ActDone> {
	const { room, stored } = locate(stage, message);
	const actor = room.actor(id);
	const person = stage.person(id);
	const seen = seenBy(person, stored);
	const button = seen.buttons[row]?.[column];
	if (!button) {
		throw new Error(`There is no button in row ${row}, column ${column} of this message: it was edited meanwhile.`);
	}
	if (button.kind === 'url') {
		return await open(stage, id, button.value);
	}
	if (button.kind !== 'callback') {
		return { ok: true };
	}
	const toasts = person.toasts.length;
	await actor.tapsData(button.value, seen);
	const link = person.toasts.slice(toasts).find(({ url }) => url !== undefined)?.url;
	return link === undefined ? { ok: true } : await open(stage, id, link);
}

/** A deep link to the bot presses Start in the private chat; anything else is for the browser to open. */
async function open(stage: Stage, person: string, url: string): Promise<ActDone> {
	const link = new RegExp(`^(?:https?://)?t\\.me/${stage.world.bot.username}(?:\\?start=([\\w-]{1,64}))?$`, 'i').exec(
		url,
	);
	return link ? await start(stage, person, link[1] ?? '') : { ok: true, url };
}

async function start(stage: Stage, person: string, payload: string): Promise<ActDone> {
	await stage.person(person).sends(payload === '' ? '/start' : `/start ${payload}`);
	return { ok: true, chat: `private:${person}` };
}

async function choose(stage: Stage, { person, chat, result: id }: ActOf<'choose'>): Promise<ActDone> {
	const actor = stage.room(chat).actor(person);
	const chosen = actor.inlineAnswer?.results.find(({ result }) => result.id === id);
	if (!chosen) {
		throw new Error('This result is not in the list any more: write the words again.');
	}
	await actor.chooses(chosen.result);
	return { ok: true };
}

/** Where a message is, in whatever chat of the page. */
function locate(stage: Stage, id: number): { room: Room; stored: StoredMessage } {
	for (const { state } of stage.rooms) {
		const stored = state.messages.get(id) ?? state.ephemeral.get(id);
		const room = stored && stage.roomOf(stored);
		if (room) {
			return { room, stored };
		}
	}
	throw new Error('This message is not there any more.');
}

function findMessage(room: Room, person: Person, id: number): SeenMessage {
	const stored = room.state.messages.get(id) ?? room.state.ephemeral.get(id);
	if (!stored) {
		throw new Error('This message is not there any more.');
	}
	return seenBy(person, stored);
}

/** Nobody else's ephemeral message can be touched. */
function seenBy(person: Person, stored: StoredMessage): SeenMessage {
	if (stored.personId !== undefined && stored.personId !== person.id) {
		throw new Error('This message is not there any more.');
	}
	return see(stored);
}
