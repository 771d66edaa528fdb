import type { MessageEntity, RichBlock } from 'grammy/types';

/**
 * What the page and its server send each other.
 *
 * `GET /page/api/state` answers with `PlaygroundState`.
 * `GET /page/api/messages?chat=…&before=ID` answers with `OlderMessages`.
 * `GET /page/api/files/ID` answers with the bytes of the document or photo in that message.
 * `POST /page/api/actions` takes a `UserAction` and answers with `ActionResult`.
 * `GET /page/api/events` is a stream of server-sent events: first a `state` with the whole `PlaygroundState` (so the page
 * also recovers from a restart of the server), then a `change` for every single `StateChange`.
 *
 * `GET /` is index.html, `GET /page/NAME` a file of the page's folder, and `GET /page/vendor/NAME` one of the libraries
 * out of node_modules: preact.js, preact-hooks.js, htm.js, htm-preact.js.
 */

/** "private:alice", "group:osaka", "group:forum/topic:12", "group:elsewhere" (there the bot is no member: guest mode). */
export type ChatId = string;

export type PersonView = { id: string; name: string; language: string };

export type ChatView = {
	id: ChatId;
	title: string;
	kind: 'private' | 'group' | 'topic' | 'guest';
	/** Ids of people. */
	members: string[];
};

/** A `tap` names it by its row and column in `MessageView.buttons`. */
export type ButtonView = {
	text: string;
	kind: 'callback' | 'url' | 'copy' | 'inline' | 'inline-here' | 'inline-chosen' | 'disabled' | 'other';
	value: string;
};

/** Ids are unique over all chats and grow with time. */
export type MessageView = {
	id: number;
	chat: ChatId;
	/** Name of the sender. */
	from: string;
	/** Id of the person who wrote it; missing for the bot. */
	person?: string;
	fromBot: boolean;
	/** Sent by a person, from an inline result of the bot. */
	viaBot?: boolean;
	/** Plain text, of a rich message too; a document shows its caption or its file name. */
	text: string;
	entities: MessageEntity[];
	rich?: RichBlock[];
	/** Rows: first those inside a rich message, in the order of its blocks, then the keyboard under it. */
	buttons: ButtonView[][];
	/** How many rows of `buttons` are inside the rich message. */
	richRows: number;
	/** The only person who sees this (an ephemeral message). */
	onlyFor?: string;
	edited: boolean;
	replyTo?: { id: number; from: string; text: string };
	file?: { name: string };
	/** What a person sent beside words. */
	media?: MediaView;
	/** Why Telegram or the playground refused this. It is shown as a red bubble, to `onlyFor` if that is given. */
	error?: string;
	/** Milliseconds since 1970. */
	at: number;
	/** The position in the chat: sort by `order`, then by `id`. */
	order: number;
	/** The id of the message that `onlyFor` no longer sees, since this one took its place. */
	replaces?: number;
};

/** The label says in words what it is. A photo is fetched as the file of its message. */
export type MediaView = {
	kind: 'photo' | 'sticker' | 'voice' | 'place';
	label: string;
	width?: number;
	height?: number;
};

/** The answer to a tap. `url` is a deep link to the bot that the server has followed already: see `ActionSuccess.chat`. */
export type ToastView = { id: number; person: string; text: string; alert: boolean; url?: string };

/** A call of the bot. */
export type CallView = {
	id: number;
	method: string;
	/** From the arrival of the call to its answer. */
	milliseconds: number;
	params: unknown;
	result?: unknown;
	error?: string;
	at: number;
};

/** An update for the bot. */
export type UpdateView = {
	id: number;
	update: unknown;
	at: number;
	/** From its arrival until the bot confirmed it; missing until then. */
	milliseconds?: number;
};

type CommandView = { command: string; description: string };

type ClockView = {
	/** The time that the bot goes by, in milliseconds since 1970. */
	now: number;
	/** How far the clock was moved, in milliseconds: always whole days. */
	offset: number;
};

/** The file that the newest answer comes from. */
export type KnowledgeView = {
	/** Below knowledge/, as "carriers/povo/check-data.yaml"; empty before the first answer. */
	file: string;
	/** From the question until the bot sent the answer. */
	milliseconds?: number;
	/** What is wrong with an edited file; the bot goes on with what it had read before. */
	problem?: string;
};

export type PlaygroundState = {
	/** The user name of the bot, without "@". */
	bot: string;
	people: PersonView[];
	chats: ChatView[];
	/** The newest 200 of each chat, oldest first. */
	messages: MessageView[];
	/** Chats with older messages than those. */
	more: ChatId[];
	/** Always empty in a fresh state: a toast is gone when the page is loaded again. */
	toasts: ToastView[];
	/** The newest 100, oldest first. */
	calls: CallView[];
	/** The newest 100, oldest first. */
	updates: UpdateView[];
	typing: ChatId[];
	clock: ClockView;
	/** By `CommandsKey`. */
	commands: Record<string, CommandView[]>;
	knowledge?: KnowledgeView;
};

/** The key of `PlaygroundState.commands`: a chat and the person who looks at it, as "group:osaka alice". */
export type CommandsKey = `${ChatId} ${string}`;

/** A `message` with a known id takes the place of the old one. */
export type StateChange =
	| { type: 'message'; message: MessageView }
	| { type: 'deleted'; chat: ChatId; id: number }
	| { type: 'toast'; toast: ToastView }
	| { type: 'call'; call: CallView }
	| { type: 'update'; update: UpdateView }
	| { type: 'typing'; chat: ChatId; on: boolean }
	| { type: 'clock'; clock: ClockView }
	| { type: 'commands'; commands: PlaygroundState['commands'] }
	| { type: 'knowledge'; knowledge: KnowledgeView };

export type OlderMessages = { messages: MessageView[]; more: boolean };

export type UserAction =
	| { action: 'send'; person: string; chat: ChatId; text: string; replyTo?: number }
	| { action: 'post'; person: string; chat: ChatId; media: PostedMedia; caption?: string; replyTo?: number }
	/** The page itself copies texts and writes inline queries into the box: a tap on such a button does nothing here. */
	| { action: 'tap'; person: string; message: number; row: number; column: number }
	| { action: 'inline'; person: string; chat: ChatId; query: string }
	/** One of the results of this person's newest `inline`. */
	| { action: 'choose'; person: string; chat: ChatId; result: string }
	/** A deep link to the bot was opened: t.me/BOT?start=PAYLOAD. */
	| { action: 'start'; person: string; payload: string }
	/** Moves the clock ahead: 1 to 366 whole days. */
	| { action: 'clock'; days: number };

/** A photo is a small JPEG in base64; of anything else the server makes one up. */
export type PostedMedia =
	| { kind: 'photo'; width: number; height: number; data: string }
	| { kind: 'sticker' | 'voice' | 'place' };

export type InlineResultView = { id: string; title: string; description?: string };

export type InlineView = {
	results: InlineResultView[];
	/** A button over the results, which opens the bot with this payload. */
	button?: { text: string; payload: string };
};

/**
 * Sent once the bot has handled the action. A refusal by the playground stands only here, and the page makes a red bubble
 * of it; a refusal by Telegram comes as a `message` with an `error`.
 */
export type ActionResult = ActionSuccess | { ok: false; error: string };

export type ActionSuccess = {
	ok: true;
	/** For `inline`. */
	inline?: InlineView;
	/** A page on the web that the tap opens. */
	url?: string;
	/** The chat that the tap led to: it followed a deep link, which presses Start there. */
	chat?: ChatId;
};
