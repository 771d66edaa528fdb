import type { ActionSuccess, ButtonView, MessageView, PlaygroundState, UserAction } from '../page-api/protocol.ts';
import { webAddress } from './message/links.ts';
import { send } from './state/server.ts';
import type { Desk } from './state/types.ts';
import type { Place } from './state/use-place.ts';
import type { Refusal } from './state/use-refused.ts';

export type DeskParts = {
	state: PlaygroundState;
	place: Place;
	go: (place: Partial<Place>) => void;
	refuse: (refusal: Refusal) => void;
	note: (text: string) => void;
	reply: (message: MessageView) => void;
	/** Writes words into the box, in a chat to be chosen first or right here. */
	compose: (words: string, isElsewhere: boolean) => void;
};

/** What people do on the page, told to the server. What it refuses becomes a red bubble. */
export function createDesk(parts: DeskParts): Desk {
	const { state, place, go, note, compose } = parts;
	const act = async (what: UserAction, where: Place, text: string): Promise<ActionSuccess | undefined> => {
		const done = await send(what);
		if (done.ok) {
			return done;
		}
		const name = state.people.find(({ id }) => id === where.person)?.name ?? '';
		parts.refuse({ ...where, name, text, error: done.error });
		return undefined;
	};
	const copy = async (text: string): Promise<void> => {
		const isCopied = await navigator.clipboard.writeText(text).then(
			() => true,
			() => false,
		);
		note(isCopied ? `Copied: ${text}` : `Copy this: ${text}`);
	};
	const press: Desk['press'] = async (message, button, { row, column }) => {
		if (onPage(button, { copy, compose, bot: state.bot })) {
			return;
		}
		const tap = { action: 'tap', person: place.person, message: message.id, row, column } as const;
		follow(await act(tap, place, button.text), go);
	};
	return {
		state,
		place,
		go,
		note,
		copy,
		press,
		reply: parts.reply,
		write: async (text, { as, replyTo } = {}) => {
			if (as) {
				go(as);
			}
			const where = as ?? place;
			await act({ action: 'send', ...where, text, ...(replyTo === undefined ? {} : { replyTo }) }, where, text);
		},
		choose: async (result) => void (await act({ action: 'choose', ...place, result }, place, 'The chosen result')),
		start: async (payload) =>
			follow(await act({ action: 'start', person: place.person, payload }, place, '/start'), go),
		moveClock: async (days) => void (await act({ action: 'clock', days }, place, `+${days} days`)),
	};
}

type Tools = { copy: Desk['copy']; compose: DeskParts['compose']; bot: string };

/** @returns whether it was the page's own affair, of which the bot hears nothing */
function onPage({ kind, value }: ButtonView, { copy, compose, bot }: Tools): boolean {
	switch (kind) {
		case 'copy':
			void copy(value);
			return true;
		case 'inline':
		case 'inline-chosen':
		case 'inline-here':
			compose(`@${bot} ${value}`, kind !== 'inline-here');
			return true;
		default:
			return false;
	}
}

function follow(done: ActionSuccess | undefined, go: DeskParts['go']): void {
	if (done?.chat !== undefined) {
		go({ chat: done.chat });
	}
	const address = done?.url === undefined ? undefined : webAddress(done.url);
	if (address !== undefined) {
		window.open(address, '_blank', 'noopener');
	}
}
