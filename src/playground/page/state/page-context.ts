import type {
	ActionSuccess,
	ButtonView,
	MessageView,
	PlaygroundState,
	PostedMedia,
	UserAction,
} from '../../page-api/protocol.ts';
import { webAddress } from '../message/links.ts';
import { postAction } from './api-client.ts';
import { type CurrentChat, nameOf } from './current-chat.ts';
import type { RefusedAction } from './use-refusals.ts';

/** What every component gets: the state of the server, the person and chat on this page, and what this person can do. */
export type PageContext = { state: PlaygroundState; current: CurrentChat; actions: PageActions };

type PageActions = {
	/** Switches to another person or chat. */
	go: (target: Partial<CurrentChat>) => void;
	/** Sends a message. With `as`, the page first switches to that person and chat. */
	write: (text: string, options?: { as?: CurrentChat; replyTo?: number | undefined }) => Promise<void>;
	/** Sends what is no text. */
	post: (media: PostedMedia, options?: { caption?: string; replyTo?: number | undefined }) => Promise<void>;
	/** Chooses an inline result by its id. */
	choose: (result: string) => Promise<void>;
	/** Follows a deep link with this payload. */
	start: (payload: string) => Promise<void>;
	press: (message: MessageView, button: ButtonView, position: { row: number; column: number }) => Promise<void>;
	copy: (text: string) => Promise<void>;
	moveClock: (days: number) => Promise<void>;
	/** Makes the next message a reply to this one. */
	reply: (message: MessageView) => void;
	/** Shows a short text for some seconds. */
	notify: (text: string) => void;
};

type Options = Pick<PageContext, 'state' | 'current'> &
	Pick<PageActions, 'go' | 'reply' | 'notify'> & {
		refuse: (refusal: RefusedAction) => void;
		/** Called before the page switches to another person by itself. */
		leave: (from: CurrentChat) => void;
		/** Puts a text into the box, of this chat or of one that the person chooses first. */
		compose: (text: string, isElsewhere: boolean) => void;
	};

/** Sends the actions of the person to the server. What the server refuses becomes a red bubble. */
export function createPageContext(options: Options): PageContext {
	const { state, current, go, reply, refuse, notify, leave } = options;
	const perform = async (action: UserAction, where: CurrentChat, text: string): Promise<ActionSuccess | undefined> => {
		const result = await postAction(action);
		if (result.ok) {
			return result;
		}
		refuse({ ...where, name: nameOf(where.person, state), text, error: result.error });
		return undefined;
	};
	const copy = async (text: string): Promise<void> => {
		const isCopied = await navigator.clipboard.writeText(text).then(
			() => true,
			() => false,
		);
		notify(isCopied ? `Copied: ${text}` : `Copy this: ${text}`);
	};
	const press: PageActions['press'] = async (message, button, { row, column }) => {
		if (pressOnPage(button, copy, options)) {
			return;
		}
		const tap = { action: 'tap', person: current.person, message: message.id, row, column } as const;
		follow(await perform(tap, current, button.text), go);
	};
	const write: PageActions['write'] = async (text, { as, replyTo } = {}) => {
		if (as && as.person !== current.person) {
			leave(current);
		}
		if (as) {
			go(as);
		}
		const where = as ?? current;
		await perform({ action: 'send', ...where, text, ...(replyTo === undefined ? {} : { replyTo }) }, where, text);
	};
	const post: PageActions['post'] = async (media, { caption = '', replyTo } = {}) => {
		const words = { ...(caption === '' ? {} : { caption }), ...(replyTo === undefined ? {} : { replyTo }) };
		await perform({ action: 'post', ...current, media, ...words }, current, caption || `(${media.kind})`);
	};
	const choose: PageActions['choose'] = async (result) =>
		void (await perform({ action: 'choose', ...current, result }, current, 'The chosen result'));
	const start: PageActions['start'] = async (payload) =>
		follow(await perform({ action: 'start', person: current.person, payload }, current, '/start'), go);
	const moveClock: PageActions['moveClock'] = async (days) =>
		void (await perform({ action: 'clock', days }, current, `+${days} days`));
	return { state, current, actions: { go, write, post, choose, start, press, copy, moveClock, reply, notify } };
}

/** @returns false for a button that the server handles */
function pressOnPage({ kind, value }: ButtonView, copy: PageActions['copy'], { state, compose }: Options): boolean {
	switch (kind) {
		case 'copy':
			void copy(value);
			return true;
		case 'inline':
		case 'inline-chosen':
		case 'inline-here':
			compose(`@${state.bot} ${value}`, kind !== 'inline-here');
			return true;
		default:
			return false;
	}
}

function follow(result: ActionSuccess | undefined, go: PageActions['go']): void {
	if (result?.chat !== undefined) {
		go({ chat: result.chat });
	}
	const address = result?.url === undefined ? undefined : webAddress(result.url);
	if (address !== undefined) {
		window.open(address, '_blank', 'noopener');
	}
}
